import type { RouteRecordRaw } from 'vue-router';

/** «Заявки»: list, card, form. */
export const applicationRoutes: RouteRecordRaw[] = [
  {
    path: 'applications',
    name: 'applications',
    component: () => import('./views/ApplicationsView.vue'),
    meta: { title: 'pages.applications', permission: 'applications:read' },
  },
  {
    path: 'applications/new/partnership',
    name: 'partnership-application-new',
    component: () => import('./views/ApplicationFormView.vue'),
    meta: { title: 'pages.newPartnershipApplication', permission: 'applications:draft' },
  },
  {
    path: 'applications/new/practice',
    name: 'practice-application-new',
    component: () => import('./views/ApplicationFormView.vue'),
    meta: { title: 'pages.newPracticeApplication', permission: 'applications:draft' },
  },
  {
    path: 'applications/:id',
    name: 'application',
    component: () => import('./views/ApplicationView.vue'),
    meta: { title: 'pages.application', permission: 'applications:read' },
  },
  {
    path: 'applications/:id/edit',
    name: 'application-edit',
    component: () => import('./views/ApplicationFormView.vue'),
    meta: { title: 'pages.editApplication', permission: 'applications:draft' },
  },
];
