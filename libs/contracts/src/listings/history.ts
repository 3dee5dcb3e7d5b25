import type { ListingAction } from './actions.js';

/** What a listing's history can tell. Each type has one payload shape, frozen once stored. */
export interface ListingHistoryPayloads {
  created: Record<string, never>;
  /** Made of a row of a table. */
  imported: { file: string; row: number };
  /** Autosaves of one person within ten minutes coalesce into one entry (domain.md §8.7). */
  updated: { fields: string[] };
  /** A transition of the lifecycle; `from`, `to` stand in columns of the entry. */
  transition: { action: ListingAction };
  /** Taken down by the system when its last day was over. */
  expired: Record<string, never>;
}

export type ListingHistoryType = keyof ListingHistoryPayloads;
