import type { RouteRecordRaw } from 'vue-router';

/** The cabinet's start and its map. */
export const homeRoutes: RouteRecordRaw[] = [
  {
    path: '',
    name: 'today',
    component: () => import('./views/TodayView.vue'),
    meta: { title: 'pages.today' },
  },
  {
    path: 'services',
    name: 'services',
    component: () => import('./views/ServicesView.vue'),
    meta: { title: 'pages.services' },
  },
];
