import type {
  DocumentKind,
  DocumentSide,
  DocumentState,
  DocumentTransitions,
  FieldError,
} from '@praktika/contracts';

/**
 * What a kind of document contributes to the engine: a table, its terms and its sides (architecture.md, "The
 * document engine"). A new kind is a new definition registered by its module; no engine file changes.
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
  /** Must it hang on a parent document. */
  readonly parentKinds: readonly DocumentKind[];
  /** JSON pointers into the terms of what is still missing before it may be sent. */
  missingTerms(terms: object): string[];
  /** Contradictions refused even in a draft, pointers into the terms. */
  termsConflicts(terms: object): FieldError[];
}
