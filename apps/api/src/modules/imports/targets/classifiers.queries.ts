import type { EducationLevel } from '@praktika/contracts';
import type { Statement } from '../../../core/database/index.js';

/** An area that a row means; one that was taken out of use is in use again once a table names it. */
export interface HeldArea {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
}

/** A specialty that a row means. */
export interface HeldSpecialty extends HeldArea {
  readonly level: EducationLevel;
  /** Former names, by which it is found too. */
  readonly otherNames: readonly string[];
}

const HELD = 'code AS key, id, name, archived_at IS NOT NULL AS archived';
const TO_WRITE = (members: string) =>
  `jsonb_to_recordset($1::jsonb) AS r (id uuid, code text, name text${members})`;

/** Those of these codes, kept from others until the transaction ends. Value: codes. */
export const HOLD_AREAS: Statement = {
  name: 'imports.hold-areas',
  text: `SELECT ${HELD} FROM professional_areas WHERE code = ANY ($1::text[]) ORDER BY code FOR UPDATE`,
};

/** Values: [{id, code, name}], now. */
export const WRITE_AREAS: Statement = {
  name: 'imports.write-areas',
  text: `INSERT INTO professional_areas (id, code, name, created_at, updated_at)
         SELECT r.id, r.code, r.name, $2, $2 FROM ${TO_WRITE('')}
         ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, archived_at = NULL, updated_at = EXCLUDED.updated_at,
           version = professional_areas.version + 1`,
};

/** Value: codes. */
export const HOLD_SPECIALTIES: Statement = {
  name: 'imports.hold-specialties',
  text: `SELECT ${HELD}, level, other_names AS "otherNames"
           FROM specialties WHERE code = ANY ($1::text[]) ORDER BY code FOR UPDATE`,
};

/** Values: [{id, code, name, level, search}], now. */
export const WRITE_SPECIALTIES: Statement = {
  name: 'imports.write-specialties',
  text: `INSERT INTO specialties (id, code, name, level, search_text, created_at, updated_at)
         SELECT r.id, r.code, r.name, r.level, r.search, $2, $2 FROM ${TO_WRITE(', level text, search text')}
         ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, search_text = EXCLUDED.search_text, archived_at = NULL,
           updated_at = EXCLUDED.updated_at, version = specialties.version + 1`,
};
