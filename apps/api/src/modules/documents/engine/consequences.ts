import type { DocumentState } from '@praktika/contracts';
import type { Change } from './change.js';
import type { DocumentStore } from './document-store.js';
import type { VisibleDocument } from './visible-document.js';

/** What a move entails elsewhere, to be written in the same commit: a concluded document may act on its parent. */
export async function consequences(
  store: DocumentStore,
  document: VisibleDocument,
  to: DocumentState,
  now: Date,
): Promise<readonly Change[]> {
  const { kind, row, actor } = document;
  if (to !== 'CONCLUDED' || !kind.onConcluded || row.parent_id === null) return [];
  return kind.onConcluded(document, await store.read(actor, row.parent_id), now);
}
