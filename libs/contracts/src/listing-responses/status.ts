/** Statuses of a response to a listing (domain.md §4.7). */
export const LISTING_RESPONSE_STATUSES = ['SENT', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const;

export type ListingResponseStatus = (typeof LISTING_RESPONSE_STATUSES)[number];

export const LISTING_RESPONSE_STATUS_LABELS: Readonly<Record<ListingResponseStatus, string>> = {
  SENT: 'Отправлен',
  ACCEPTED: 'Принят',
  REJECTED: 'Отклонен',
  WITHDRAWN: 'Отозван',
};
