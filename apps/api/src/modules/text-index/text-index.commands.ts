import type { Statement } from '../../core/database/index.js';
import type { FileItem } from '../documents/index.js';

/** A revision whose files are still to be read. */
export interface UnreadRow {
  readonly revisionId: string;
  readonly files: readonly FileItem[];
}

/** Takes up a document whose files are to be read; no row when there is nothing to read. Values: document, now. */
export const TAKE_UP: Statement = {
  name: 'text-index.take-up',
  text: `UPDATE document_texts t SET attempted_at = $2 FROM revisions r
          WHERE t.document_id = $1 AND t.words IS NULL AND r.id = t.revision_id
          RETURNING r.id AS "revisionId", r.files`,
};

/** Which of these contents have been read already. Values: hashes. */
export const KNOWN_TEXTS: Statement = {
  name: 'text-index.known',
  text: 'SELECT sha256 FROM file_texts WHERE sha256 = ANY ($1::text[])',
};

/** Keeps what came of reading a content; the first reading stays. Values: hash, status, text, now. */
export const KEEP_TEXT: Statement = {
  name: 'text-index.keep',
  text: `INSERT INTO file_texts (sha256, status, text, read_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (sha256) DO NOTHING`,
};

/**
 * Makes the words of kept texts searchable, unless another revision has been sent meanwhile. Values: document,
 * revision, hashes of its files.
 */
export const STORE_WORDS: Statement = {
  name: 'text-index.store-words',
  text: `UPDATE document_texts t SET words = kept.words, attempted_at = NULL
           FROM (SELECT text_words(coalesce(string_agg(f.text, E'\\n' ORDER BY position), '')) AS words
                   FROM unnest($3::text[]) WITH ORDINALITY named (sha256, position)
                   JOIN file_texts f USING (sha256)) kept
          WHERE t.document_id = $1 AND t.revision_id = $2 AND t.words IS NULL`,
};

/**
 * Documents whose files nobody has read and nobody is reading, those longest left alone first. Values: untouched
 * since when, how many at most.
 */
export const LEFT_UNREAD: Statement = {
  name: 'text-index.left-unread',
  text: `SELECT document_id AS id FROM document_texts
          WHERE words IS NULL AND (attempted_at IS NULL OR attempted_at < $1)
          ORDER BY attempted_at NULLS FIRST LIMIT $2`,
};
