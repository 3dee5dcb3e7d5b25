/** Statuses of a contractual document (domain.md §4.1). DELETED is a soft delete, hidden from everybody. */
export const DOCUMENT_STATUSES = [
  'DRAFT',
  'ON_APPROVAL',
  'ON_REVISION',
  'PROJECT_REJECTED',
  'PROJECT_APPROVED',
  'ON_SIGNING',
  'SIGNED_BY_RECIPIENT',
  'ON_CONFIRMATION',
  'CONCLUDED',
  'EXECUTED',
  'WITHDRAWN',
] as const;

/** A status a person can see. */
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** Every state of the machine, the hidden one included. */
export const DOCUMENT_STATES = [...DOCUMENT_STATUSES, 'DELETED'] as const;

export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_STATUS_LABELS: Readonly<Record<DocumentStatus, string>> = {
  DRAFT: 'Проект',
  ON_APPROVAL: 'На согласовании',
  ON_REVISION: 'Проект на доработке',
  PROJECT_REJECTED: 'Проект отклонен',
  PROJECT_APPROVED: 'Проект согласован',
  ON_SIGNING: 'На подписании',
  SIGNED_BY_RECIPIENT: 'Подписано получателем',
  ON_CONFIRMATION: 'На подтверждении',
  CONCLUDED: 'Заключен',
  EXECUTED: 'Исполнен',
  WITHDRAWN: 'Отозван',
};

/**
 * The status as one party sees it: while the author reworks a once-sent document, its recipient keeps seeing the
 * last sent revision with «Проект на доработке» (domain.md §0.8).
 */
export function statusSeenBy(party: 'author' | 'recipient', status: DocumentStatus): DocumentStatus {
  return party === 'recipient' && status === 'DRAFT' ? 'ON_REVISION' : status;
}

/**
 * Whose signature, answer or confirmation is awaited in a status, or null when nobody's. The instant this turn
 * began is `waitingSince` (domain.md §0.5).
 */
export const AWAITED_PARTY: Readonly<Record<DocumentState, 'author' | 'recipient' | null>> = {
  DRAFT: null,
  ON_APPROVAL: 'recipient',
  ON_REVISION: 'author',
  PROJECT_REJECTED: null,
  PROJECT_APPROVED: 'author',
  ON_SIGNING: 'recipient',
  SIGNED_BY_RECIPIENT: 'author',
  ON_CONFIRMATION: 'recipient',
  CONCLUDED: null,
  EXECUTED: null,
  WITHDRAWN: null,
  DELETED: null,
};

/** Statuses in which nothing more is to be done to bring a document about: it is concluded, or never will be. */
export const ENDED_STATES = [
  'PROJECT_REJECTED',
  'CONCLUDED',
  'EXECUTED',
  'WITHDRAWN',
  'DELETED',
] as const satisfies readonly DocumentState[];

/** Is the document on its way to being concluded. */
export function isUnderWay(state: DocumentState): boolean {
  return !(ENDED_STATES as readonly DocumentState[]).includes(state);
}

/** The statuses in which a signature is awaited and the daily reminder runs (domain.md §0.5). */
export const AWAITING_SIGNATURE = ['ON_SIGNING', 'SIGNED_BY_RECIPIENT'] as const;
