import { createHash } from 'node:crypto';
import { canonicalJson } from '@praktika/contracts';
import { Refusal } from '../../../core/errors/index.js';
import { newId } from '../../../core/ids/index.js';
import type { ChangeParts, DocumentPatch } from './change.js';
import type { VisibleDocument } from './visible-document.js';

/** «Договор на период практики № 12 от 01.09.2026» (domain.md §8.2). */
export function titleOf(label: string, number: string, date: string): string {
  return `${label} № ${number} от ${date.split('-').reverse().join('.')}`;
}

/**
 * Freezes the working draft as the next revision: the exact main file and the terms as canonical JSON, both by
 * SHA-256 (domain.md §0.8). From here the recipient sees it, and a signature binds to it.
 *
 * @returns the parts of the change, and the patch that makes the revision current
 */
export function freeze(document: VisibleDocument, now: Date): ChangeParts & { patch: DocumentPatch } {
  const { draft, revisions } = document.projection;
  const main = draft?.files.find((file) => file.role === 'MAIN');
  if (!draft?.number || !draft.date || !main) {
    throw new Refusal('internal', { detail: 'an incomplete draft passed its guards' });
  }
  const revisionId = newId();
  const revisionNumber = (revisions.at(-1)?.revisionNumber ?? 0) + 1;
  const sentAt = now.toISOString();
  const canonical = canonicalJson(draft.terms);
  return {
    revision: {
      id: revisionId,
      document_id: document.row.id,
      revision_number: revisionNumber,
      number: draft.number,
      document_date: draft.date,
      title: titleOf(document.kind.label, draft.number, draft.date),
      terms: draft.terms,
      terms_canonical: canonical,
      terms_sha256: createHash('sha256').update(canonical).digest('hex'),
      files: draft.files,
      main_file_id: main.fileId,
      main_file_sha256: main.sha256,
      sent_by: document.actor.personId,
      sent_at: sentAt,
    },
    frozenFile: {
      id: newId(),
      revision_id: revisionId,
      file_id: main.fileId,
      sha256: main.sha256,
      frozen_at: sentAt,
    },
    payload: { revisionNumber, fileSha256: main.sha256, fileName: main.name },
    patch: { current_revision_id: revisionId, first_sent_at: document.row.first_sent_at ?? sentAt },
  };
}
