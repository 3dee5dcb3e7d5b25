import type { Statement } from '../../core/database/index.js';

/** Statements of an application's life; each runs inside one transaction under the actor's scope. */

/** The organization applied to, and whether it is a partner. Values: own organization, the other one. */
export const ADDRESSEE: Statement = {
  name: 'applications.addressee',
  text: `SELECT o.side, EXISTS (
             SELECT FROM partnerships p WHERE p.status = 'ACTIVE'
               AND $1::uuid IN (p.employer_id, p.education_organization_id)
               AND o.id IN (p.employer_id, p.education_organization_id)) AS partner
           FROM organizations o WHERE o.id = $2`,
};

/** An own file as an application carries it. Values: organization, file. */
export const OWN_FILE: Statement = {
  name: 'applications.own-file',
  text: `SELECT id AS "fileId", name, size, media_type AS "mediaType", sha256 FROM files
          WHERE organization_id = $1 AND id = $2`,
};

/**
 * Values: id, kind, employer, educational organization, author's side, terms, missing, expects a draft contract, file,
 * its description, person, now.
 */
export const INSERT_APPLICATION: Statement = {
  name: 'applications.insert',
  text: `INSERT INTO applications (id, kind, status, employer_id, education_organization_id, author_side, terms, missing,
           expects_draft_contract, file_id, file, created_by, created_at, updated_at)
         VALUES ($1, $2, 'DRAFT', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
};

/** Values: application, expected version, terms, missing, expects a draft contract, file, its description, now. */
export const UPDATE_APPLICATION: Statement = {
  name: 'applications.update',
  text: `UPDATE applications SET terms = $3, missing = $4, expects_draft_contract = $5, file_id = $6, file = $7,
           updated_at = $8, version = version + 1
          WHERE id = $1 AND version = $2 AND status = 'DRAFT' RETURNING id`,
};

/** Numbers of one author are given one after another. Value: author. */
export const LOCK_NUMBERS: Statement = {
  name: 'applications.lock-numbers',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('application_numbers:' || $1::text, 0))`,
};

/** Value: author. */
export const NEXT_NUMBER: Statement = {
  name: 'applications.next-number',
  text: `SELECT coalesce(max(number), 0) + 1 AS number FROM applications WHERE author_id = $1`,
};

/**
 * A move of the lifecycle; no row when somebody was faster. Values: application, status and version it was read in, the
 * status it gets, number, reason, responsible person (each NULL to leave it), now.
 */
export const MOVE_APPLICATION: Statement = {
  name: 'applications.move',
  text: `UPDATE applications SET status = $4, number = coalesce($5, number),
           last_reason = coalesce($6::jsonb || jsonb_build_object('byName', (SELECT
             concat_ws(' ', surname, given_name, patronymic) FROM people WHERE id = app_person())), last_reason), responsible = coalesce($7, responsible),
           sent_at = CASE $4 WHEN 'SENT' THEN $8 ELSE sent_at END,
           decided_at = CASE WHEN $4 IN ('ACCEPTED', 'REJECTED', 'WITHDRAWN') THEN $8 ELSE decided_at END,
           updated_at = $8, version = version + 1
          WHERE id = $1 AND status = $2 AND version = $3 RETURNING id`,
};
