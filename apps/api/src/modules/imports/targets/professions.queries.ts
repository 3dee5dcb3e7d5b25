import type { Statement } from '../../../core/database/index.js';

/** A profession of the directory that a row means. */
export interface HeldProfession {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly specialtyCodes: readonly string[];
  readonly description: string | null;
  readonly duties: string | null;
}

/** Those of these names in their areas, kept from others until the transaction ends. Values: [{key, name, areaCode}]. */
export const HOLD_PROFESSIONS: Statement = {
  name: 'imports.hold-professions',
  text: `SELECT r.key, p.id, p.name, p.area_code AS "areaCode", p.specialty_codes AS "specialtyCodes", p.description, p.duties
           FROM jsonb_to_recordset($1::jsonb) AS r (key text, name text, "areaCode" text)
           JOIN professions p ON p.area_code = r."areaCode" AND lower(p.name) = lower(r.name)
            AND p.archived_at IS NULL
          FOR UPDATE OF p`,
};

const RECORDS = `jsonb_to_recordset($1::jsonb) AS r (id uuid, name text, "areaCode" text, "specialtyCodes" text[],
  description text, duties text, search text)`;

/** Values: [{id, name, areaCode, specialtyCodes, description, duties, search}], now. */
export const INSERT_PROFESSIONS: Statement = {
  name: 'imports.insert-professions',
  text: `INSERT INTO professions (id, name, area_code, specialty_codes, description, duties, search_text, created_at,
                updated_at)
         SELECT r.id, r.name, r."areaCode", r."specialtyCodes", r.description, r.duties, r.search, $2, $2 FROM ${RECORDS}`,
};

/** The same values. */
export const UPDATE_PROFESSIONS: Statement = {
  name: 'imports.update-professions',
  text: `UPDATE professions p SET name = r.name, specialty_codes = r."specialtyCodes", description = r.description,
                duties = r.duties, search_text = r.search, updated_at = $2, version = p.version + 1
           FROM ${RECORDS} WHERE p.id = r.id`,
};
