import type { Statement } from '../../../core/database/index.js';

/** Statements of a draft's creation and edits; each runs inside one transaction under the author's scope. */

export const PARTNER: Statement = {
  name: 'draft.partner',
  text: `SELECT o.id, o.side, EXISTS (
             SELECT FROM partnerships p WHERE p.status = 'ACTIVE'
               AND $1::uuid IN (p.employer_id, p.education_organization_id)
               AND o.id IN (p.employer_id, p.education_organization_id)) AS partner
           FROM organizations o WHERE o.id = $2`,
};

/** Keeps the parent from being closed before its child is written; no row when it has moved on. */
export const HOLD_PARENT: Statement = {
  name: 'draft.hold-parent',
  text: `SELECT 1 FROM documents WHERE id = $1 AND status = $2 FOR SHARE`,
};

export const INSERT_DOCUMENT: Statement = {
  name: 'draft.insert-document',
  text: `INSERT INTO documents (id, kind, status, employer_id, education_organization_id, author_side, parent_id,
           created_by, created_at, updated_at, application_id)
         VALUES ($1, $2, 'DRAFT', $3, $4, $5, $6, $7, $8, $8, $9)`,
};

export const INSERT_DRAFT: Statement = {
  name: 'draft.insert-draft',
  text: `INSERT INTO document_drafts (document_id, organization_id, number, document_date, terms, files, missing,
           updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** Moves the version on, only from the one the editor saw; no row when somebody was faster. */
export const BUMP_VERSION: Statement = {
  name: 'draft.bump-version',
  text: `UPDATE documents SET version = version + 1, updated_at = $3
          WHERE id = $1 AND version = $2 AND status = 'DRAFT' RETURNING version`,
};

export const UPDATE_DRAFT: Statement = {
  name: 'draft.update',
  text: `UPDATE document_drafts SET number = $2, document_date = $3, terms = $4, files = $5, missing = $6,
           updated_at = $7 WHERE document_id = $1`,
};

export const OWN_FILES: Statement = {
  name: 'draft.own-files',
  text: `SELECT id, media_type AS "mediaType" FROM files WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
};

export const SYNC_REGISTRY: Statement = { name: 'draft.sync', text: 'SELECT registry_sync($1, $2)' };
