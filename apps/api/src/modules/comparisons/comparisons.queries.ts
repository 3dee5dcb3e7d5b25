import type { Statement } from '../../core/database/index.js';
import type { FileItem } from '../documents/index.js';

export interface ComparedRow {
  readonly id: string;
  readonly revisionNumber: number;
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly terms: object;
  readonly files: readonly FileItem[];
  readonly mainFileId: string;
  readonly sentAt: string;
}

/** Revisions of a document by their numbers, as row-level security lets the caller read them. */
export const COMPARED: Statement = {
  name: 'comparisons.revisions',
  text: `SELECT id, revision_number AS "revisionNumber", number, to_char(document_date, 'YYYY-MM-DD') AS date, terms,
                files, main_file_id AS "mainFileId", sent_at AS "sentAt"
           FROM revisions WHERE document_id = $1 AND revision_number = ANY ($2::int[])`,
};

export interface ReasonRow {
  readonly text: string;
  readonly personName: string | null;
  readonly organizationName: string | null;
  readonly at: string;
}

/** Why the document came back between two instants. Values: document, own organization, from, to. */
export const REASONS: Statement = {
  name: 'comparisons.reasons',
  text: `SELECT reason AS text, person_name AS "personName", organization_name AS "organizationName", at
           FROM history_entries
          WHERE object_id = $1 AND reason IS NOT NULL AND at >= $3 AND at <= $4
            AND (shared OR organization_id = $2)
          ORDER BY at, id`,
};

/** The text of a revision's file, when it has been read before. Values: revision, hash of the file. */
export const KEPT_TEXT: Statement = {
  name: 'comparisons.kept-text',
  text: 'SELECT status, text FROM kept_text($1, $2)',
};
