import type { RouteRecordRaw } from 'vue-router';

/** Saved searches of published listings. */
export const savedSearchRoutes: RouteRecordRaw[] = [
  {
    path: 'saved-searches',
    name: 'saved-searches',
    component: () => import('./views/SavedSearchesView.vue'),
    meta: { title: 'pages.savedSearches', permission: 'listings:browse' },
  },
];
