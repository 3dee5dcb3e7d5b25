import { BATCH_ACTIONS, type BatchAction } from '@praktika/contracts';
import type { DocumentRow } from '../../../app/api/models.js';

/** What a batch needs to know of a document: a row of the registry and a card both have it. */
export type BatchDocument = Pick<
  DocumentRow,
  'id' | 'version' | 'title' | 'kind' | 'statusLabel' | 'availableActions'
>;

/** A button pressed for many documents: a verb, or an archive of them. */
export interface BatchPress {
  readonly action: BatchAction | 'bundle';
  readonly documents: readonly BatchDocument[];
}

/** Documents that share the reason why they are left out. */
export interface Skipped {
  /** In the words of the button that is not offered, or the status the documents are in. */
  readonly reason: { readonly text: string } | { readonly status: string };
  readonly documents: readonly BatchDocument[];
}

/** Which of the chosen documents a verb can be done to, and why not to the others. */
export interface BatchScope {
  readonly ready: readonly BatchDocument[];
  readonly skipped: readonly Skipped[];
}

/** Divides the chosen documents for one verb. */
export function scopeOf(documents: readonly BatchDocument[], action: BatchAction): BatchScope {
  const ready: BatchDocument[] = [];
  const skipped = new Map<string, { reason: Skipped['reason']; documents: BatchDocument[] }>();
  for (const document of documents) {
    const offer = document.availableActions.find((item) => item.action === action);
    if (offer?.enabled) {
      ready.push(document);
      continue;
    }
    const reason = offer?.reasonText ? { text: offer.reasonText } : { status: document.statusLabel };
    const key = JSON.stringify(reason);
    const group = skipped.get(key) ?? { reason, documents: [] };
    group.documents.push(document);
    skipped.set(key, group);
  }
  return { ready, skipped: [...skipped.values()] };
}

/** The verbs that can be done to at least one of the documents, with how many. */
export function offeredVerbs(documents: readonly BatchDocument[]): { action: BatchAction; count: number }[] {
  return BATCH_ACTIONS.map((action) => ({ action, count: scopeOf(documents, action).ready.length })).filter(
    ({ count }) => count > 0,
  );
}
