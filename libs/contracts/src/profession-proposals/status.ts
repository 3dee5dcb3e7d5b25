/** Statuses of a profession proposal (domain.md §4.8, §8.15). */
export const PROPOSAL_STATUSES = ['DRAFT', 'PENDING_MODERATION', 'APPROVED', 'REJECTED'] as const;

/** A status a person can see. */
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** What the moderator can see of them: never a draft. */
export const MODERATED_STATUSES = [
  'PENDING_MODERATION',
  'APPROVED',
  'REJECTED',
] as const satisfies readonly ProposalStatus[];

export type ModeratedStatus = (typeof MODERATED_STATUSES)[number];

/** Every state, that of a soft delete included. */
export const PROPOSAL_STATES = [...PROPOSAL_STATUSES, 'DELETED'] as const;

export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_STATUS_LABELS: Readonly<Record<ProposalStatus, string>> = {
  DRAFT: 'Черновик',
  PENDING_MODERATION: 'Ожидает модерации',
  APPROVED: 'Одобрена',
  REJECTED: 'Отклонена',
};
