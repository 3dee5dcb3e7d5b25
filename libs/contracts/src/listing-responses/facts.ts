import type { ListingState } from '../listings/status.js';

/** What the guards of a response's lifecycle look at. */
export interface ListingResponseFacts {
  /** Where the listing stands that was responded to. */
  readonly listingStatus: ListingState;
  /** Input: the reason typed into the modal, trimmed. */
  readonly reason?: string;
}
