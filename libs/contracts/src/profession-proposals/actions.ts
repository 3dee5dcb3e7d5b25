/**
 * Verbs of a profession proposal: names of `POST /profession-proposals/{id}/actions/{action}`, the moderator's under
 * `/moderation` (domain.md §4.8). `update` is the PATCH of the draft, `delete` the DELETE of it.
 */
export const PROPOSAL_ACTIONS = [
  'submit',
  'approve',
  'reject',
  'reopen',
  'update',
  'recall',
  'delete',
] as const;

export type ProposalAction = (typeof PROPOSAL_ACTIONS)[number];

/** The words on the buttons, the manual's own wherever it names them (§14.3). */
export const PROPOSAL_ACTION_LABELS: Readonly<Record<ProposalAction, string>> = {
  submit: 'Отправить предложение',
  approve: 'Одобрить',
  reject: 'Отклонить',
  reopen: 'Исправить',
  update: 'Редактировать',
  recall: 'Отозвать',
  delete: 'Удалить',
};
