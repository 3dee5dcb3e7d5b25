import type {
  DocumentAction,
  DocumentKind,
  DocumentSide,
  DocumentState,
  DocumentTransitions,
  FieldError,
  ObligationCode,
  TermsConflict,
} from '@praktika/contracts';
import type { Change, VisibleDocument } from '../engine/index.js';

/** How a kind hangs on another document. */
export interface Parenthood {
  readonly kinds: readonly DocumentKind[];
  /** The step of the parent's lifecycle that begets such a document. */
  readonly action: DocumentAction;
  /** What the parent's guards make of one that is under way. */
  readonly whileOpen?: { readonly obligation: ObligationCode } | { readonly terminates: true };
}

/** What a draft contradicts. */
export interface SendingConflicts {
  /** Pointers into the document. */
  readonly errors: readonly FieldError[];
  /** Ids of all it was compared with. */
  readonly beside: readonly string[];
}

/**
 * What a kind of document contributes to the engine: a table, its terms, its sides and its consequences
 * (architecture.md, "The document engine"). A new kind is a new definition registered by its module; no engine file
 * changes.
 */
export interface KindDefinition {
  readonly kind: DocumentKind;
  readonly label: string;
  /** Its lifecycle, checked as a graph when it is registered. */
  readonly transitions: DocumentTransitions;
  /** Statuses of the common machine this kind never enters. */
  readonly absentStatuses?: readonly DocumentState[];
  /** Which sides may draft it. */
  readonly authorSides: readonly DocumentSide[];
  /** Must it hang on a parent document; absent for one that stands alone. */
  readonly parent?: Parenthood;
  /** JSON pointers into the terms of what is still missing before it may be sent. */
  missingTerms(terms: object): string[];
  /** Contradictions refused even in a draft, pointers into the terms. */
  termsConflicts(terms: object): readonly TermsConflict[];
  /** Contradictions with documents of its kind sent on the same parent; undefined for a draft that has none to fear. */
  sendingConflicts?(document: VisibleDocument): Promise<SendingConflicts | undefined>;
  /** What its conclusion does to its parent, written in the same commit. */
  onConcluded?(document: VisibleDocument, parent: VisibleDocument, now: Date): readonly Change[];
  /** Unique constraints its commit may meet, and the guard each stands for. */
  readonly constraints?: Readonly<Record<string, string>>;
}
