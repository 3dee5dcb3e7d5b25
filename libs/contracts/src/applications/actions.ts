/**
 * Verbs of an application: names of `POST /applications/{id}/actions/{action}` (domain.md §4.5–4.6). `update` is the
 * PATCH of the draft.
 */
export const APPLICATION_ACTIONS = [
  'send',
  'accept',
  'reject',
  'draft-contract',
  'update',
  'withdraw',
  'delete',
] as const;

export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];

/** The words on the buttons, the manual's own wherever it names them (§2–4). */
export const APPLICATION_ACTION_LABELS: Readonly<Record<ApplicationAction, string>> = {
  send: 'Отправить',
  accept: 'Принять',
  reject: 'Отклонить',
  'draft-contract': 'Составить договор',
  update: 'Редактировать',
  withdraw: 'Отозвать',
  delete: 'Удалить',
};
