import type { RouteRecordRaw } from 'vue-router';

/** «API – токен». */
export const apiTokenRoutes: RouteRecordRaw[] = [
  {
    path: 'integration/token',
    name: 'api-token',
    component: () => import('./views/ApiTokensView.vue'),
    meta: { title: 'pages.token', permission: 'api-tokens:manage' },
  },
];
