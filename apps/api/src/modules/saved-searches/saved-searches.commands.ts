import type { Statement } from '../../core/database/index.js';

/** Searches of one person are made one at a time, so that the limit holds. Value: person. */
export const LOCK_PERSON: Statement = {
  name: 'saved-searches.lock-person',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('saved_searches:' || $1::text, 0))`,
};

/** Values: organization, person. */
export const COUNT_OWN: Statement = {
  name: 'saved-searches.count-own',
  text: `SELECT count(*)::int AS own FROM saved_searches WHERE organization_id = $1 AND person_id = $2`,
};

/** Values: id, organization, person, name, filters, conditions, notify, now: what is published from now on is news. */
export const INSERT_SEARCH: Statement = {
  name: 'saved-searches.insert',
  text: `INSERT INTO saved_searches (id, organization_id, person_id, name, filters, conditions, notify, told_up_to,
           created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8)`,
};

/**
 * With other filters, or told again after a silence, news begins now. Values: search, expected version, name, filters,
 * conditions, notify, now. No row when it has moved on.
 */
export const UPDATE_SEARCH: Statement = {
  name: 'saved-searches.update',
  text: `UPDATE saved_searches SET name = $3, filters = $4, conditions = $5, notify = $6, updated_at = $7,
                told_up_to = CASE WHEN conditions <> $5::jsonb OR ($6 AND NOT notify) THEN $7 ELSE told_up_to END,
                version = version + 1
          WHERE id = $1 AND version = $2 RETURNING id`,
};

/** Value: search. */
export const DELETE_SEARCH: Statement = {
  name: 'saved-searches.delete',
  text: 'DELETE FROM saved_searches WHERE id = $1',
};
