/**
 * Event → reactions, the whole list. A reaction is registered by the module that owns its effect; the process
 * refuses to start when one named here has no owner. An event that is not listed is only signalled to whoever
 * looks at its object.
 */
export const SUBSCRIPTIONS: Readonly<Record<string, readonly ReactionName[]>> = {
  'document.submit-approval': ['bell', 'file-texts'],
  'document.approve': ['bell'],
  'document.request-revision': ['bell'],
  'document.reject': ['bell'],
  'document.return-to-draft': ['bell'],
  'document.submit-signing': ['bell', 'signing-request-mail', 'file-texts'],
  'document.sign': ['bell'],
  'document.decline-signing': ['bell'],
  'document.withdraw': ['bell'],
  'document.submit-confirmation': ['bell', 'file-texts'],
  'document.return-from-confirmation': ['bell'],
  'document.confirm': ['bell'],
  'document.close': ['bell'],
  'document.remind': ['bell'],
  'document.comment': ['comment-bell'],
  'document.mention': ['mention-bell'],
  'application.send': ['application-bell'],
  'application.accept': ['application-bell'],
  'application.reject': ['application-bell'],
  'application.withdraw': ['application-bell'],
  'listing.expire': ['listing-bell'],
  'listing_response.send': ['response-bell'],
  'listing_response.accept': ['response-bell'],
  'listing_response.reject': ['response-bell'],
  'listing_response.withdraw': ['response-bell'],
  'partnership.end': ['partnership-bell'],
  'api_token.issued': ['token-mail'],
  'api_token.revoked': ['token-mail'],
  'mail.failed': ['mail-failure-bell'],
};

export type ReactionName =
  | 'bell'
  | 'signing-request-mail'
  | 'token-mail'
  | 'mail-failure-bell'
  | 'comment-bell'
  | 'mention-bell'
  | 'application-bell'
  | 'partnership-bell'
  | 'listing-bell'
  | 'response-bell'
  | 'file-texts';
