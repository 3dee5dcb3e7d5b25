import { evaluateTransition, type DocumentAction, type DocumentFacts } from '@praktika/contracts';
import type { VisibleDocument } from './visible-document.js';

/** What the modal sent, as far as the guards look at it. */
export type InputFacts = Pick<DocumentFacts, 'reason' | 'acknowledged' | 'responsibleNamed'>;

/** What the table says of a move, whatever version the actor has seen. */
export function judge(document: VisibleDocument, action: DocumentAction, input: InputFacts = {}) {
  const { row, party, actor, kind } = document;
  return evaluateTransition(
    kind.transitions,
    action,
    { status: row.status, party, permissions: actor.permissions },
    { ...document.facts(), ...input },
  );
}
