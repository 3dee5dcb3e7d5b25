import type { RouteRecordRaw } from 'vue-router';

/** How the cabinet looks to this person. */
export const settingsRoutes: RouteRecordRaw[] = [
  {
    path: 'settings',
    name: 'settings',
    component: () => import('./views/SettingsView.vue'),
    meta: { title: 'pages.settings', organizationOptional: true },
  },
];
