import type { Statement } from '../../core/database/index.js';

/** Views of one person are made one at a time, so that the limit holds. Value: person. */
export const LOCK_PERSON: Statement = {
  name: 'registry-views.lock-person',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('registry_views:' || $1::text, 0))`,
};

/** Values: organization, person. */
export const COUNT_OWN: Statement = {
  name: 'registry-views.count-own',
  text: `SELECT count(*)::int AS own FROM registry_views WHERE organization_id = $1 AND person_id = $2`,
};

/** Values: id, organization, person, name, shared, filters, now. */
export const INSERT_VIEW: Statement = {
  name: 'registry-views.insert',
  text: `INSERT INTO registry_views (id, organization_id, person_id, name, shared, filters, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
};

/** Values: view, expected version, name, shared, filters, now. No row when it has moved on. */
export const UPDATE_VIEW: Statement = {
  name: 'registry-views.update',
  text: `UPDATE registry_views SET name = $3, shared = $4, filters = $5, updated_at = $6, version = version + 1
          WHERE id = $1 AND version = $2 RETURNING id`,
};

/** Value: view. */
export const DELETE_VIEW: Statement = {
  name: 'registry-views.delete',
  text: 'DELETE FROM registry_views WHERE id = $1',
};

/** Values: organization, person, view. */
export const SET_DEFAULT: Statement = {
  name: 'registry-views.set-default',
  text: `INSERT INTO registry_view_defaults (organization_id, person_id, view_id) VALUES ($1, $2, $3)
         ON CONFLICT (organization_id, person_id) DO UPDATE SET view_id = excluded.view_id`,
};

/** Values: organization, person, view. */
export const CLEAR_DEFAULT: Statement = {
  name: 'registry-views.clear-default',
  text: `DELETE FROM registry_view_defaults WHERE organization_id = $1 AND person_id = $2 AND view_id = $3`,
};
