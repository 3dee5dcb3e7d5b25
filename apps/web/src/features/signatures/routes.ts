import type { RouteRecordRaw } from 'vue-router';

/** The public page that verifies a signature. */
export const signatureRoutes: RouteRecordRaw[] = [
  {
    path: 'verify',
    name: 'verify',
    component: () => import('./views/VerifyView.vue'),
    meta: { title: 'pages.verify', public: true },
  },
];
