import type { Change } from './change.js';
import type { VisibleDocument } from './visible-document.js';

/**
 * A verb of the lifecycle as steps 2 of its command: what it would write for a document the actor sees. Whoever
 * commits it is a single press, or a batch.
 */
export interface Verb<Input> {
  /** @throws Refusal of the table, the guards and the verb's own rules: nothing is to be written */
  plan(document: VisibleDocument, input: Input, expectedVersion: number): Promise<readonly Change[]>;
  /** What the database refused at the commit, in the verb's own words; the error itself where it has none. */
  refusalOf?(error: unknown): unknown;
}
