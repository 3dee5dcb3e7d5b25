import type { RouteRecordRaw } from 'vue-router';

/** The first page of an empty installation, opened by the one-time link from the terminal. */
export const setupRoutes: RouteRecordRaw[] = [
  {
    path: 'setup',
    name: 'setup',
    component: () => import('./views/SetupView.vue'),
    meta: { title: 'setup.title', public: true },
  },
];
