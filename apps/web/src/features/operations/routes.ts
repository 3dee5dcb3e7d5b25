import type { RouteRecordRaw } from 'vue-router';

/** «Операции». */
export const operationRoutes: RouteRecordRaw[] = [
  {
    path: 'operations',
    name: 'operations',
    component: () => import('./views/OperationsView.vue'),
    meta: { title: 'pages.operations', permission: 'operations:read' },
  },
];
