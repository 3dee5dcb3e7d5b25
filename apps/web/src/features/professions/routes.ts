import type { RouteRecordRaw } from 'vue-router';

/** «Предложенные профессии» and «Справочник профессий» (manual §14.3–14.4). */
export const professionRoutes: RouteRecordRaw[] = [
  {
    path: 'professions',
    name: 'professions',
    component: () => import('./views/ProfessionsView.vue'),
    meta: { title: 'professions.tabs.professions', permission: 'listings:browse' },
  },
  {
    path: 'professions/:id',
    name: 'profession',
    component: () => import('./views/ProfessionView.vue'),
    meta: { title: 'professions.profession', permission: 'listings:browse' },
  },
  {
    path: 'marketplace/proposals',
    name: 'proposals',
    component: () => import('./views/ProposalsView.vue'),
    meta: { title: 'professions.tabs.proposals', permission: 'listings:read' },
  },
  {
    path: 'marketplace/proposals/new',
    name: 'proposal-new',
    component: () => import('./views/ProposalFormView.vue'),
    meta: { title: 'professions.newProposal', permission: 'professions:propose' },
  },
  {
    path: 'marketplace/proposals/:id',
    name: 'proposal',
    component: () => import('./views/ProposalView.vue'),
    meta: { title: 'professions.proposal', permission: 'listings:read' },
  },
  {
    path: 'marketplace/proposals/:id/edit',
    name: 'proposal-edit',
    component: () => import('./views/ProposalFormView.vue'),
    meta: { title: 'professions.editProposal', permission: 'professions:propose' },
  },
];
