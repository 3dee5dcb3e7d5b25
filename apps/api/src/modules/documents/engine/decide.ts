import type { DocumentAction, DocumentState } from '@praktika/contracts';
import { Refusal } from '../../../core/errors/index.js';
import { staleVersion, type DocumentStore } from './document-store.js';
import { guardRefusal } from './guard-refusal.js';
import { judge, type InputFacts } from './judge.js';
import type { VisibleDocument } from './visible-document.js';

/**
 * Step 2 of a command: may this actor make this move now? Answers with the status it leads to.
 *
 * The order is that of domain.md §0.11: a status that has moved on is told first (409 with who and when), then
 * the right (403), then a stale version (412), then what the guards miss (422 with the fields).
 */
export async function decide(
  store: DocumentStore,
  document: VisibleDocument,
  action: DocumentAction,
  expectedVersion: number,
  input: InputFacts = {},
): Promise<DocumentState> {
  const { row } = document;
  const verdict = judge(document, action, input);
  if (!verdict.allowed) {
    if (verdict.reason === 'no_permission') throw new Refusal('forbidden');
    if (verdict.reason !== 'guard') throw await store.tooLate(document, action);
  }
  if (row.version !== expectedVersion) throw staleVersion(document);
  if (!verdict.allowed) throw guardRefusal(document, verdict);
  return verdict.to;
}
