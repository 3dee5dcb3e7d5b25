import type { Statement } from '../../core/database/index.js';

/** A document's timeline as row-level security lets the caller read it: shared entries, and its own side's. */
export const HISTORY: Statement = {
  name: 'documents.history',
  text: `SELECT h.id, h.at, h.type, h.from_status AS "from", h.to_status AS "to", h.reason,
                h.person_name AS "personName", h.organization_name AS "organizationName",
                h.token_id IS NOT NULL AS "viaToken", h.payload
           FROM history_entries h
          WHERE h.object_id = $1 AND h.object_type = 'document' AND (h.shared OR h.organization_id = $2)
          ORDER BY h.at DESC, h.id DESC LIMIT 500`,
};
