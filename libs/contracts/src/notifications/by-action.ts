import type { ApplicationAction } from '../applications/index.js';
import type { DocumentAction, DocumentState } from '../documents/index.js';
import type { ProposalAction } from '../profession-proposals/index.js';
import type { ListingResponseAction } from '../listing-responses/index.js';
import type { NotificationKind } from './kinds.js';

/** Who besides the other party hears of it: with `BOTH` also the initiator's own colleagues (domain.md §4.1). */
export type NotificationAudience = 'OTHER_PARTY' | 'BOTH';

export interface NotificationRule {
  readonly kind: NotificationKind;
  readonly to: NotificationAudience;
}

const otherParty = (kind: NotificationKind): NotificationRule => ({ kind, to: 'OTHER_PARTY' });
const both = (kind: NotificationKind): NotificationRule => ({ kind, to: 'BOTH' });

/** What each action of a document tells; actions not listed tell nobody. A signature is told by where it led. */
export const NOTIFICATION_BY_ACTION: Readonly<
  Partial<Record<Exclude<DocumentAction, 'sign'>, NotificationRule>>
> = {
  'submit-approval': otherParty('APPROVAL_REQUESTED'),
  approve: otherParty('DRAFT_APPROVED'),
  'request-revision': otherParty('REVISION_REQUESTED'),
  reject: otherParty('DRAFT_REJECTED'),
  'return-to-draft': otherParty('RETURNED_TO_DRAFT'),
  'submit-signing': otherParty('SIGNING_REQUESTED'),
  'decline-signing': both('SIGNING_DECLINED'),
  'submit-confirmation': otherParty('CONFIRMATION_REQUESTED'),
  'return-from-confirmation': otherParty('CONFIRMATION_RETURNED'),
  withdraw: otherParty('WITHDRAWN'),
  confirm: both('CONCLUDED'),
  close: otherParty('CLOSED'),
  remind: otherParty('PARTNER_REMINDS'),
};

/** What a signature tells, by the status it led to. */
const NOTIFICATION_BY_SIGNED_STATUS: Readonly<Partial<Record<DocumentState, NotificationRule>>> = {
  SIGNED_BY_RECIPIENT: otherParty('SIGNED_BY_RECIPIENT'),
  CONCLUDED: both('CONCLUDED'),
};

/**
 * What an action that led to a status tells, and whom; undefined when it tells nobody (domain.md §0.7, §4.11).
 * The initiator is never told.
 */
export function notificationOf(action: DocumentAction, status: DocumentState): NotificationRule | undefined {
  return action === 'sign' ? NOTIFICATION_BY_SIGNED_STATUS[status] : NOTIFICATION_BY_ACTION[action];
}

/** What each action on an application tells the other organization; actions not listed tell nobody. */
export const NOTIFICATION_BY_APPLICATION_ACTION: Readonly<Record<string, NotificationKind | undefined>> = {
  send: 'APPLICATION_RECEIVED',
  accept: 'APPLICATION_ACCEPTED',
  reject: 'APPLICATION_REJECTED',
  withdraw: 'APPLICATION_WITHDRAWN',
} satisfies Partial<Record<ApplicationAction, NotificationKind>>;

/** What each action on a profession proposal tells the other party: the moderator, or the author. */
export const NOTIFICATION_BY_PROPOSAL_ACTION: Readonly<Record<string, NotificationKind | undefined>> = {
  submit: 'PROPOSAL_RECEIVED',
  approve: 'PROPOSAL_APPROVED',
  reject: 'PROPOSAL_REJECTED',
} satisfies Partial<Record<ProposalAction, NotificationKind>>;

/** What each action on a response to a listing tells the other organization. */
export const NOTIFICATION_BY_RESPONSE_ACTION: Readonly<Record<string, NotificationKind | undefined>> = {
  send: 'RESPONSE_RECEIVED',
  accept: 'RESPONSE_ACCEPTED',
  reject: 'RESPONSE_REJECTED',
  withdraw: 'RESPONSE_WITHDRAWN',
} satisfies Record<ListingResponseAction | 'send', NotificationKind>;
