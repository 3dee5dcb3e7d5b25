import type { RouteRecordRaw } from 'vue-router';

/** «Реестр партнёров»: own partners, the registry of the other side, cards. */
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
    component: () => import('./views/OrganizationRegistryView.vue'),
    meta: { title: 'pages.organizationRegistry', permission: 'organization:read' },
  },
  {
    path: 'organizations/:id',
    name: 'organization',
    component: () => import('./views/OrganizationView.vue'),
    meta: { title: 'pages.organization', permission: 'organization:read' },
  },
  {
    path: 'partners/:id',
    name: 'partner',
    component: () => import('./views/PartnerView.vue'),
    meta: { title: 'pages.partner', permission: 'partners:read' },
  },
];
