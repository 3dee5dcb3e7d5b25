/**
 * Verbs of a listing: names of `POST /listings/{id}/actions/{action}` (domain.md §4.7). `update` is the PATCH, `delete`
 * the DELETE, `respond` the POST of a response.
 */
export const LISTING_ACTIONS = ['respond', 'publish', 'unpublish', 'update', 'delete'] as const;

export type ListingAction = (typeof LISTING_ACTIONS)[number];

/** The words on the buttons, the manual's own (§14.1–14.2). */
export const LISTING_ACTION_LABELS: Readonly<Record<ListingAction, string>> = {
  respond: 'Откликнуться на заявку',
  publish: 'Опубликовать',
  unpublish: 'Снять с публикации',
  update: 'Редактировать',
  delete: 'Удалить',
};
