import type { DocumentCard, DocumentFile } from '../../../app/api/models.js';
import { partyOf } from './party.js';

/** What is shown as the document: the author's working file in a draft, else the file of the revision. */
export function shownFile(document: DocumentCard): DocumentFile | null {
  const draft = partyOf(document) === 'author' && document.status === 'DRAFT';
  const working = document.files.find((file) => file.role === 'MAIN');
  if (working && (draft || !document.revision)) return working;
  return document.revision?.file ?? null;
}
