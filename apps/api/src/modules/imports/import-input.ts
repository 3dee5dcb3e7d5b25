import type { SourceRow } from './imports.queries.js';

/** What an import was asked to do, as its operation keeps it. */
export interface ImportInput {
  readonly source: SourceRow & { readonly fileId: string };
  /** Nothing is written: only the report. */
  readonly dryRun: boolean;
  /** Nothing is written unless every row is without errors. */
  readonly allOrNothing: boolean;
  /** Places only: they are published at once. */
  readonly publish: boolean;
}
