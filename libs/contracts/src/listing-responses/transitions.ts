import type { Permission } from '../access/permissions.js';
import type { Guard, TransitionTable } from '../workflow/transition.js';
import type { ListingResponseAction } from './actions.js';
import type { ListingResponseFacts } from './facts.js';
import type { ListingResponseStatus } from './status.js';

type ResponseGuard = Guard<ListingResponseFacts>;

/** What is taken down is being changed or no longer true: nobody agrees to it meanwhile. */
const isPublished: ResponseGuard = {
  code: 'listing_unpublished',
  about: 'standing',
  holds: ({ listingStatus }) => listingStatus === 'PUBLISHED',
};
const hasReason: ResponseGuard = {
  code: 'reason_required',
  about: 'input',
  field: '/reason',
  holds: ({ reason = '' }) => reason.length > 0,
};

/** The life of a response (domain.md §4.7), in the order of its buttons. The listing's organization is the recipient. */
export const LISTING_RESPONSE_TRANSITIONS: TransitionTable<
  ListingResponseStatus,
  ListingResponseAction,
  ListingResponseFacts,
  Permission
> = {
  accept: [
    {
      from: ['SENT'],
      to: 'ACCEPTED',
      by: 'recipient',
      permission: 'listings:respond',
      guards: [isPublished],
    },
  ],
  reject: [
    { from: ['SENT'], to: 'REJECTED', by: 'recipient', permission: 'listings:respond', guards: [hasReason] },
  ],
  withdraw: [{ from: ['SENT'], to: 'WITHDRAWN', by: 'author', permission: 'listings:respond' }],
};
