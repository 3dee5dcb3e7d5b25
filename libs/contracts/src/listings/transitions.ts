import type { Permission } from '../access/permissions.js';
import type { Guard, TransitionTable } from '../workflow/transition.js';
import type { ListingAction } from './actions.js';
import type { ListingFacts } from './facts.js';
import type { ListingState } from './status.js';

type ListingGuard = Guard<ListingFacts>;

const isComplete: ListingGuard = {
  code: 'incomplete',
  about: 'standing',
  holds: ({ missing }) => missing.length === 0,
};
const isAhead: ListingGuard = {
  code: 'period_ended',
  about: 'standing',
  field: '/terms/to',
  holds: ({ periodEnded }) => !periodEnded,
};
const noneWaits: ListingGuard = {
  code: 'responses_open',
  about: 'standing',
  holds: ({ responsesOpen }) => !responsesOpen,
};
const notRespondedYet: ListingGuard = {
  code: 'already_responded',
  about: 'standing',
  holds: ({ responded }) => !responded,
};

/**
 * The life of a listing (domain.md §4.7, manual §14.2), in the order of its buttons. Its organization is the author;
 * who browses is the recipient and can only respond.
 */
export const LISTING_TRANSITIONS: TransitionTable<ListingState, ListingAction, ListingFacts, Permission> = {
  respond: [
    {
      from: ['PUBLISHED'],
      to: 'PUBLISHED',
      by: 'recipient',
      permission: 'listings:respond',
      guards: [notRespondedYet, isAhead],
    },
  ],
  publish: [
    {
      from: ['DRAFT', 'UNPUBLISHED'],
      to: 'PUBLISHED',
      by: 'author',
      permission: 'listings:publish',
      guards: [isComplete, isAhead],
    },
  ],
  unpublish: [{ from: ['PUBLISHED'], to: 'UNPUBLISHED', by: 'author', permission: 'listings:publish' }],
  update: [
    { from: ['DRAFT'], to: 'DRAFT', by: 'author', permission: 'listings:draft' },
    { from: ['UNPUBLISHED'], to: 'UNPUBLISHED', by: 'author', permission: 'listings:draft' },
  ],
  delete: [
    {
      from: ['DRAFT', 'UNPUBLISHED'],
      to: 'DELETED',
      by: 'author',
      permission: 'listings:draft',
      guards: [noneWaits],
    },
  ],
};
