import type { DocumentState } from './status.js';

/** Work under a contract that its closing would leave unfinished. */
export const OBLIGATION_LABELS = {
  open_annex: 'Приложения, работа над которыми не закончена',
} as const;

export type ObligationCode = keyof typeof OBLIGATION_LABELS;

/** How much of one kind of unfinished work there is. */
export interface Obligation {
  readonly code: ObligationCode;
  readonly count: number;
}

/**
 * What the guards of a document's lifecycle look at. The standing facts come from the stored row, the input facts
 * from the modal; an action judged for display gets the input facts of an empty modal.
 */
export interface DocumentFacts {
  /** JSON pointers of what the working draft still lacks; empty when the form is complete. */
  readonly missing: readonly string[];
  /** Exactly one MAIN file of a signable type is attached. */
  readonly hasMainFile: boolean;
  /** A scan of the paper original is attached. */
  readonly hasScan: boolean;
  /** At least one revision has been sent to the other party. */
  readonly everSent: boolean;
  /** Status of the document it hangs on; null for a document without a parent. */
  readonly parentStatus: DocumentState | null;
  /** The partnership of the two parties is active. */
  readonly partnershipActive: boolean;
  /** What speaks against closing now: open annexes, running practices (domain.md §4.2). */
  readonly openObligations: readonly Obligation[];
  /** The organization that looks has reminded the other one today. */
  readonly remindedToday: boolean;
  /** A termination agreement is under way. */
  readonly terminationOpen: boolean;
  /** Input: the reason typed into the modal, trimmed. */
  readonly reason?: string;
  /** Input: `acknowledge: true` came with the comment. */
  readonly acknowledged?: boolean;
  /** Input: the responsible person is named (an annex requires it). */
  readonly responsibleNamed?: boolean;
}
