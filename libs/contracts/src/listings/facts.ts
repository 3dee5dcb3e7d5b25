/** What the guards of a listing's lifecycle look at. */
export interface ListingFacts {
  /** JSON pointers of what it still lacks before it may be published. */
  readonly missing: readonly string[];
  /** Its last day is over, by the calendar of its organization. */
  readonly periodEnded: boolean;
  /** Somebody's response to it is not decided yet. */
  readonly responsesOpen: boolean;
  /** The organization that looks has a response to it that is not decided yet. */
  readonly responded: boolean;
}
