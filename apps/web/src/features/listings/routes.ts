import type { RouteRecordRaw } from 'vue-router';
import { withCabinetTexts } from '../../app/i18n.js';

/** «Заявки от обр. организаций», «Мои заявки» and the responses between them (manual §14.1–14.2). */
export const listingRoutes: RouteRecordRaw[] = [
  {
    path: 'marketplace/requests',
    name: 'listings',
    component: () => import('./views/ListingsView.vue'),
    meta: { title: 'listings.platform', permission: 'listings:browse' },
  },
  {
    path: 'marketplace/requests/:id',
    name: 'listing',
    component: () => import('./views/ListingView.vue'),
    meta: { title: 'listings.listing', permission: 'listings:browse' },
  },
  {
    path: 'marketplace/requests/:id/respond',
    name: 'listing-respond',
    component: () => import('./views/RespondView.vue'),
    meta: { title: 'listings.respond.title', permission: 'listings:respond' },
  },
  {
    path: 'marketplace/my',
    name: 'my-listings',
    component: () => import('./views/OwnListingsView.vue'),
    meta: { title: 'professions.tabs.my', permission: 'listings:read' },
  },
  {
    path: 'marketplace/my/new',
    name: 'my-listing-new',
    component: () => import('./views/ListingFormView.vue'),
    meta: { title: 'listings.place', permission: 'listings:draft' },
  },
  {
    path: 'marketplace/my/:id',
    name: 'my-listing',
    component: () => import('./views/OwnListingView.vue'),
    meta: { title: 'listings.listing', permission: 'listings:read' },
  },
  {
    path: 'marketplace/my/:id/edit',
    name: 'my-listing-edit',
    component: () => import('./views/ListingFormView.vue'),
    meta: { title: 'listings.edit', permission: 'listings:draft' },
  },
  {
    path: 'marketplace/responses',
    name: 'listing-responses',
    component: () => import('./views/ResponsesView.vue'),
    meta: { title: 'listings.responses', permission: 'listings:read' },
  },
  {
    path: 'marketplace/responses/:id',
    name: 'listing-response',
    component: () => import('./views/ResponseView.vue'),
    meta: { title: 'listings.response', permission: 'listings:read' },
  },
];

/** «Платформа для сотрудничества по практикам и стажировкам» for anybody (manual §14.2). */
export const publicListingRoutes: RouteRecordRaw[] = [
  {
    path: 'places',
    name: 'public-places',
    component: withCabinetTexts(() => import('./views/PublicPlacesView.vue')),
    meta: { title: 'listings.platform', public: true },
  },
  {
    path: 'places/:id',
    name: 'public-place',
    component: withCabinetTexts(() => import('./views/PublicPlaceView.vue')),
    meta: { title: 'listings.listing', public: true },
  },
];
