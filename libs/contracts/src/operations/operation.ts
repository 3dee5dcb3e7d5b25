import type { DocumentAction } from '../documents/actions.js';

/** Long work a person or a program has asked for: it goes on without them and tells how far it is (api.md). */
export const OPERATION_KINDS = ['BATCH', 'BUNDLE', 'EXPORT', 'IMPORT'] as const;

export type OperationKind = (typeof OPERATION_KINDS)[number];

/**
 * `QUEUED` until a worker takes it, `RUNNING` also after a crash until another worker goes on with it; then one of
 * the three ends. `DONE` says that everything was tried: items may have been refused one by one.
 */
export const OPERATION_STATUSES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;

export type OperationStatus = (typeof OPERATION_STATUSES)[number];

/** What came of one document of an operation. */
export const OPERATION_ITEM_STATUSES = ['QUEUED', 'DONE', 'FAILED', 'CANCELLED'] as const;

export type OperationItemStatus = (typeof OPERATION_ITEM_STATUSES)[number];

/** Verbs that can be done to many documents at once: `POST /documents/batch/{action}`. */
export const BATCH_ACTIONS = [
  'approve',
  'request-revision',
  'reject',
  'submit-signing',
  'confirm',
  'sign',
] as const satisfies readonly DocumentAction[];

export type BatchAction = (typeof BATCH_ACTIONS)[number];

/** Documents of one operation at most. */
export const BATCH_LIMIT = 500;

/** Days after which the file an operation has made is removed. */
export const OPERATION_RESULT_DAYS = 7;

/** Has it ended, so that nothing of it will change? */
export const isFinished = (status: OperationStatus): boolean => status !== 'QUEUED' && status !== 'RUNNING';
