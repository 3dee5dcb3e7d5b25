import type { Statement } from '../../../core/database/index.js';

/**
 * Adds professions to the directory, and brings those it has under the same name in the same area up to date; what a
 * row says nothing of stays as it was. Values: [{id, name, areaCode, specialtyCodes, description?, duties?, search}],
 * now.
 */
export const UPSERT_PROFESSIONS: Statement = {
  name: 'imports.upsert-professions',
  text: `INSERT INTO professions AS p (id, name, area_code, specialty_codes, description, duties, search_text,
                created_at, updated_at)
         SELECT r.id, r.name, r."areaCode", r."specialtyCodes", r.description, r.duties, r.search, $2, $2
           FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, name text, "areaCode" text, "specialtyCodes" text[],
                  description text, duties text, search text)
         ON CONFLICT (area_code, lower(name)) WHERE archived_at IS NULL DO UPDATE SET
                name = excluded.name,
                specialty_codes = CASE WHEN excluded.specialty_codes = '{}' THEN p.specialty_codes
                                       ELSE excluded.specialty_codes END,
                description = coalesce(excluded.description, p.description),
                duties = coalesce(excluded.duties, p.duties),
                search_text = excluded.search_text, version = p.version + 1, updated_at = excluded.updated_at
         RETURNING id, area_code AS "areaCode", name, created_at = updated_at AND version = 1 AS created`,
};
