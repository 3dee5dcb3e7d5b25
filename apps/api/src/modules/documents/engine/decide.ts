import type { DocumentAction, DocumentState } from '@praktika/contracts';
import { decideMove } from '../../../core/lifecycle/index.js';
import type { DocumentStore } from './document-store.js';
import { movableOf } from './guard-refusal.js';
import type { InputFacts } from './judge.js';
import type { VisibleDocument } from './visible-document.js';

/** Step 2 of a command: may this actor make this move now? Answers with the status it leads to (core/lifecycle). */
export function decide(
  store: DocumentStore,
  document: VisibleDocument,
  action: DocumentAction,
  expectedVersion: number,
  input: InputFacts = {},
): Promise<DocumentState> {
  const facts = { ...document.facts(), ...input };
  return decideMove(movableOf(document), action, expectedVersion, facts, () =>
    store.tooLate(document, action),
  );
}
