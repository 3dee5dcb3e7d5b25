/** What the guards of a proposal's lifecycle look at. */
export interface ProposalFacts {
  /** JSON pointers of what the draft still lacks. */
  readonly missing: readonly string[];
  /** Input: the reason typed into the modal, trimmed. */
  readonly reason?: string;
}
