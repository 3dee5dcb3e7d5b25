/**
 * Verbs of a contractual document: names of `POST /documents/{id}/actions/{action}` (domain.md §4.1–4.2). Three of
 * them beget another document and are carried out by creating it: `terminate` and `amend` by
 * `POST /supplementary-agreements`, `add-annex` by `POST /annexes`; `update` is the PATCH of the draft.
 */
export const DOCUMENT_ACTIONS = [
  'submit-approval',
  'submit-signing',
  'submit-confirmation',
  'approve',
  'request-revision',
  'reject',
  'reopen',
  'update',
  'return-to-draft',
  'sign',
  'decline-signing',
  'withdraw',
  'confirm',
  'return-from-confirmation',
  'close',
  'terminate',
  'amend',
  'add-annex',
  'remind',
  'copy',
  'delete',
] as const;

export type DocumentAction = (typeof DOCUMENT_ACTIONS)[number];

/** The words on the buttons, the manual's own wherever it names them. */
export const DOCUMENT_ACTION_LABELS: Readonly<Record<DocumentAction, string>> = {
  'submit-approval': 'Отправить на согласование',
  'submit-signing': 'Отправить на подписание',
  'submit-confirmation': 'Отправить на подтверждение',
  approve: 'Согласовать проект',
  'request-revision': 'Отправить на доработку',
  reject: 'Отклонить',
  reopen: 'Сохранить как проект',
  update: 'Редактировать',
  'return-to-draft': 'Вернуть в проект',
  sign: 'Подписать',
  'decline-signing': 'Отказаться от подписания',
  withdraw: 'Отозвать',
  confirm: 'Подтвердить',
  'return-from-confirmation': 'Вернуть',
  close: 'Закрыть договор',
  terminate: 'Закрыть договор с дополнительным соглашением',
  amend: 'Изменить договор',
  'add-annex': 'Создать приложение',
  remind: 'Напомнить',
  copy: 'Создать копию',
  delete: 'Удалить',
};

/** Where a kind's button carries another word than the common one. */
const KIND_ACTION_LABELS: Readonly<Record<string, Partial<Record<DocumentAction, string>>>> = {
  FRAMEWORK_ANNEX: { approve: 'Согласовать' },
};

/** The button's word for this kind of document. */
export function actionLabel(kind: string, action: DocumentAction): string {
  return KIND_ACTION_LABELS[kind]?.[action] ?? DOCUMENT_ACTION_LABELS[action];
}
