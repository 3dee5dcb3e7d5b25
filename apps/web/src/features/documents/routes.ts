import type { RouteRecordRaw } from 'vue-router';

/** The registry, the card and the draft form. */
export const documentRoutes: RouteRecordRaw[] = [
  {
    path: 'documents',
    name: 'documents',
    component: () => import('./views/RegistryView.vue'),
    meta: { title: 'pages.registry', permission: 'documents:read' },
  },
  {
    path: 'documents/new',
    name: 'document-new',
    component: () => import('./views/DraftFormView.vue'),
    meta: { title: 'pages.newDocument', permission: 'documents:draft' },
  },
  {
    path: 'documents/:id',
    name: 'document',
    component: () => import('./views/DocumentView.vue'),
    meta: { title: 'pages.document', permission: 'documents:read' },
  },
  {
    path: 'documents/:id/edit',
    name: 'document-edit',
    component: () => import('./views/DraftFormView.vue'),
    meta: { title: 'pages.editDocument', permission: 'documents:draft' },
  },
  {
    path: 'documents/:id/comparison',
    name: 'document-comparison',
    component: () => import('./views/ComparisonView.vue'),
    meta: { title: 'pages.comparison', permission: 'documents:read' },
  },
  {
    path: 'documents/:parentId/annexes/new',
    name: 'annex-new',
    component: () => import('./views/DraftFormView.vue'),
    meta: { title: 'pages.newDocument', permission: 'documents:draft' },
  },
  {
    path: 'documents/:parentId/agreements/new',
    name: 'agreement-new',
    component: () => import('./views/DraftFormView.vue'),
    meta: { title: 'pages.newDocument', permission: 'documents:draft' },
  },
];
