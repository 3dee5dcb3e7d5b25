import type { ListingResponseAction } from './actions.js';

/** What a response's history can tell. Each type has one payload shape, frozen once stored. */
export interface ListingResponseHistoryPayloads {
  sent: { listingId: string };
  /** A transition of the lifecycle; `from`, `to`, `reason` stand in columns of the entry. */
  transition: { action: ListingResponseAction; responsible?: string; applicationId?: string };
}

export type ListingResponseHistoryType = keyof ListingResponseHistoryPayloads;
