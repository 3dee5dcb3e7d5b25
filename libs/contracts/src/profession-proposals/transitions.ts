import type { Permission } from '../access/permissions.js';
import type { Guard, TransitionTable } from '../workflow/transition.js';
import type { ProposalAction } from './actions.js';
import type { ProposalFacts } from './facts.js';
import type { ProposalState } from './status.js';

export type ProposalTransitions = TransitionTable<ProposalState, ProposalAction, ProposalFacts, Permission>;

const isComplete: Guard<ProposalFacts> = {
  code: 'incomplete',
  about: 'standing',
  holds: ({ missing }) => missing.length === 0,
};
const hasReason: Guard<ProposalFacts> = {
  code: 'reason_required',
  about: 'input',
  field: '/reason',
  holds: ({ reason = '' }) => reason.length > 0,
};

/**
 * The life of a profession proposal in the order of its buttons (manual §14.3, domain.md §4.8). The author is the
 * organization that proposes, the recipient the moderator.
 */
export const PROPOSAL_TRANSITIONS: ProposalTransitions = {
  submit: [
    {
      from: ['DRAFT'],
      to: 'PENDING_MODERATION',
      by: 'author',
      permission: 'professions:propose',
      guards: [isComplete],
    },
  ],
  approve: [
    {
      from: ['PENDING_MODERATION'],
      to: 'APPROVED',
      by: 'recipient',
      permission: 'reference-data:moderate',
    },
  ],
  reject: [
    {
      from: ['PENDING_MODERATION'],
      to: 'REJECTED',
      by: 'recipient',
      permission: 'reference-data:moderate',
      guards: [hasReason],
    },
  ],
  reopen: [{ from: ['REJECTED'], to: 'DRAFT', by: 'author', permission: 'professions:propose' }],
  update: [{ from: ['DRAFT'], to: 'DRAFT', by: 'author', permission: 'professions:propose' }],
  recall: [{ from: ['PENDING_MODERATION'], to: 'DRAFT', by: 'author', permission: 'professions:propose' }],
  delete: [{ from: ['DRAFT'], to: 'DELETED', by: 'author', permission: 'professions:propose' }],
};
