import type { RouteRecordRaw } from 'vue-router';
import { withCabinetTexts } from '../../app/i18n.js';

/** The first page of an empty installation, opened by the one-time link from the terminal. */
export const setupRoutes: RouteRecordRaw[] = [
  {
    path: 'setup',
    name: 'setup',
    component: withCabinetTexts(() => import('./views/SetupView.vue')),
    meta: { title: 'setup.title', public: true },
  },
];
