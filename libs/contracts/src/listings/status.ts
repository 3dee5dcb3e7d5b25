/** Statuses of a listing (domain.md §4.7, §8.15). */
export const LISTING_STATUSES = ['DRAFT', 'PUBLISHED', 'UNPUBLISHED'] as const;

/** A status a person can see. */
export type ListingStatus = (typeof LISTING_STATUSES)[number];

/** Every state, that of a soft delete included. */
export type ListingState = ListingStatus | 'DELETED';

/** The words of the manual, §14.2. */
export const LISTING_STATUS_LABELS: Readonly<Record<ListingStatus, string>> = {
  DRAFT: 'Черновик',
  PUBLISHED: 'Опубликована',
  UNPUBLISHED: 'Снята с публикации',
};
