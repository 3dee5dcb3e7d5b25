import type { ApplicationAction } from './actions.js';
import type { ApplicationKind } from './kinds.js';

/** What an application's history can tell. Each type has one payload shape, frozen once stored. */
export interface ApplicationHistoryPayloads {
  /** `responseId`: of the response to a listing that has become it. */
  created: { kind: ApplicationKind; responseId?: string };
  /** Autosaves of one person within ten minutes coalesce into one entry (domain.md §8.7). */
  updated: { fields: string[] };
  /** A transition of the lifecycle; `from`, `to`, `reason` stand in columns of the entry. */
  transition: { action: ApplicationAction; responsible?: string; documentId?: string };
}

export type ApplicationHistoryType = keyof ApplicationHistoryPayloads;
