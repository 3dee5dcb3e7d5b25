import { REFERENCE_IMPORTS } from '@praktika/contracts';
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
    path: `moderation/import/:kind(${Object.keys(REFERENCE_IMPORTS).join('|')})`,
    name: 'reference-import',
    component: () => import('./views/ReferenceImportView.vue'),
    props: true,
    meta: { title: 'imports.open', permission: 'reference-data:moderate' },
  },
];
