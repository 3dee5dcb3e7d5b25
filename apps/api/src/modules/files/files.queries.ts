import type { Statement } from '../../core/database/index.js';

/** A file as downloads need it. */
export interface FileRow {
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  readonly media_type: string;
}

/** One's own file, or one that a revision carries to the organization. $1 file, $2 organization */
export const READABLE_FILE: Statement = {
  name: 'files.readable',
  text: `SELECT sha256, size, name, media_type FROM files WHERE id = $1
         UNION ALL
         SELECT sha256, size, name, media_type FROM file_of_document($1, $2)
         LIMIT 1`,
};

/** $1 id, $2 organization, $3 sha256, $4 size, $5 name, $6 media type, $7 person, $8 instant */
export const INSERT_FILE: Statement = {
  name: 'files.insert',
  text: `INSERT INTO files (id, organization_id, sha256, size, name, media_type, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
