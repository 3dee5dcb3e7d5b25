import type { RouteRecordRaw } from 'vue-router';

/** «Реестр партнёров»: own partners, the public registry, the partner's card. */
export const partnerRoutes: RouteRecordRaw[] = [
  {
    path: 'partners',
    name: 'partners',
    component: () => import('./views/PartnersView.vue'),
    meta: { title: 'pages.partners', permission: 'partners:read' },
  },
  {
    path: 'partners/registry',
    name: 'partners-registry',
    component: () => import('./views/EducationRegistryView.vue'),
    meta: { title: 'pages.educationRegistry', permission: 'organization:read' },
  },
  {
    path: 'partners/:id',
    name: 'partner',
    component: () => import('./views/PartnerView.vue'),
    meta: { title: 'pages.partner', permission: 'partners:read' },
  },
];
