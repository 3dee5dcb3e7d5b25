import type { RouteRecordRaw } from 'vue-router';

/** Imports: of places, and of reference data by the moderator. */
export const importRoutes: RouteRecordRaw[] = [
  {
    path: 'marketplace/my/import',
    name: 'listings-import',
    component: () => import('./views/PlacesImportView.vue'),
    meta: { title: 'imports.places', permission: 'listings:draft' },
  },
  {
    path: 'moderation/import',
    name: 'reference-import',
    component: () => import('./views/ReferenceImportView.vue'),
    meta: { title: 'imports.professions', permission: 'reference-data:moderate' },
  },
];
