/** Verbs of a response: names of `POST /listing-responses/{id}/actions/{action}` (domain.md §4.7). */
export const LISTING_RESPONSE_ACTIONS = ['accept', 'reject', 'withdraw'] as const;

export type ListingResponseAction = (typeof LISTING_RESPONSE_ACTIONS)[number];

export const LISTING_RESPONSE_ACTION_LABELS: Readonly<Record<ListingResponseAction, string>> = {
  accept: 'Принять',
  reject: 'Отклонить',
  withdraw: 'Отозвать',
};
