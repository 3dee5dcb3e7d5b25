import type { Statement } from '../../core/database/index.js';

/** Statements of a proposal's life; each runs inside one transaction under the actor's scope. */

/** Organizations that moderate. */
export const MODERATORS: Statement = {
  name: 'proposals.moderators',
  text: `SELECT id FROM organizations WHERE side = 'PLATFORM' AND acting`,
};

/** Values: id, author, name, area, codes, description, duties, search text, missing, person, now. */
export const INSERT_PROPOSAL: Statement = {
  name: 'proposals.insert',
  text: `INSERT INTO profession_proposals (id, author_id, status, name, area_code, specialty_codes, description, duties,
           search_text, missing, created_by, created_at, updated_at)
         VALUES ($1, $2, 'DRAFT', $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
};

/** Values: proposal, expected version, name, area, codes, description, duties, search text, missing, now. */
export const UPDATE_PROPOSAL: Statement = {
  name: 'proposals.update',
  text: `UPDATE profession_proposals SET name = $3, area_code = $4, specialty_codes = $5, description = $6,
           duties = $7, search_text = $8, missing = $9, updated_at = $10, version = version + 1
          WHERE id = $1 AND version = $2 AND status = 'DRAFT' RETURNING id`,
};

/**
 * A move of the lifecycle; no row when somebody was faster. Values: proposal, status and version it was read in, the
 * status it gets, reason, profession (each NULL to leave it), now.
 */
export const MOVE_PROPOSAL: Statement = {
  name: 'proposals.move',
  text: `UPDATE profession_proposals SET status = $4,
           last_reason = coalesce($5::jsonb || jsonb_build_object('byName', (SELECT
             concat_ws(' ', surname, given_name, patronymic) FROM people WHERE id = app_person())), last_reason),
           profession_id = coalesce($6, profession_id),
           submitted_at = CASE $4 WHEN 'PENDING_MODERATION' THEN $7 ELSE submitted_at END,
           decided_at = CASE WHEN $4 IN ('APPROVED', 'REJECTED') THEN $7 ELSE decided_at END,
           updated_at = $7, version = version + 1
          WHERE id = $1 AND status = $2 AND version = $3 RETURNING id`,
};
