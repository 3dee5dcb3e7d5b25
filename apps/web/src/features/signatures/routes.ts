import type { RouteRecordRaw } from 'vue-router';
import { withCabinetTexts } from '../../app/i18n.js';

/** The public page that verifies a signature. */
export const signatureRoutes: RouteRecordRaw[] = [
  {
    path: 'verify',
    name: 'verify',
    component: withCabinetTexts(() => import('./views/VerifyView.vue')),
    meta: { title: 'pages.verify', public: true },
  },
];
