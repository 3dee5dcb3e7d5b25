import type { RouteRecordRaw } from 'vue-router';

/** The page the bell opens. */
export const notificationRoutes: RouteRecordRaw[] = [
  {
    path: 'notifications',
    name: 'notifications',
    component: () => import('./views/NotificationsView.vue'),
    meta: { title: 'pages.notifications', permission: 'notifications:read' },
  },
];
