import type { RouteRecordRaw } from 'vue-router';

/** The moderator's cabinet: proposals, the card, the reference data. */
export const moderationRoutes: RouteRecordRaw[] = [
  {
    path: 'moderation/proposals',
    name: 'moderation',
    component: () => import('./views/QueueView.vue'),
    meta: { title: 'moderation.queue', permission: 'reference-data:moderate' },
  },
  {
    path: 'moderation/proposals/:id',
    name: 'moderated-proposal',
    component: () => import('./views/ModeratedProposalView.vue'),
    meta: { title: 'professions.proposal', permission: 'reference-data:moderate' },
  },
  {
    path: 'moderation/professions',
    name: 'reference-professions',
    component: () => import('./views/ReferenceProfessionsView.vue'),
    meta: { title: 'moderation.lists.professions', permission: 'reference-data:moderate' },
  },
  {
    path: 'moderation/specialties',
    name: 'reference-specialties',
    component: () => import('./views/ReferenceSpecialtiesView.vue'),
    meta: { title: 'moderation.lists.specialties', permission: 'reference-data:moderate' },
  },
  {
    path: 'moderation/areas',
    name: 'reference-areas',
    component: () => import('./views/ReferenceAreasView.vue'),
    meta: { title: 'moderation.lists.areas', permission: 'reference-data:moderate' },
  },
];
