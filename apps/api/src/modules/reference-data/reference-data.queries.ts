import type { EducationLevel } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** An area of professional activity with what its editor needs. */
export interface AreaRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly archivedAt: string | Date | null;
  readonly version: number;
}

/** A direction, specialty or profession a programme line can name, with what its editor needs. */
export interface SpecialtyRow extends AreaRow {
  readonly level: EducationLevel;
  readonly otherNames: readonly string[];
}

const AREA = `id, code, name, archived_at AS "archivedAt", version`;
const SPECIALTY = `${AREA}, level, other_names AS "otherNames"`;

/** In the order of their codes. Value: those taken out too. */
export const AREAS: Statement = {
  name: 'reference.areas',
  text: `SELECT code, name FROM professional_areas WHERE archived_at IS NULL OR $1::boolean ORDER BY code`,
};

export const AREA_BY_CODE: Statement = {
  name: 'reference.area',
  text: `SELECT ${AREA} FROM professional_areas WHERE code = $1`,
};

/** The same, kept from others until the transaction ends. */
export const AREA_FOR_UPDATE: Statement = {
  name: 'reference.area-for-update',
  text: `${AREA_BY_CODE.text} FOR UPDATE`,
};

/** Values: code, name, now. */
export const INSERT_AREA: Statement = {
  name: 'reference.insert-area',
  text: `INSERT INTO professional_areas (code, name, created_at, updated_at) VALUES ($1, $2, $3, $3)
         RETURNING ${AREA}`,
};

/** Values: code, name, when it was taken out, now. */
export const UPDATE_AREA: Statement = {
  name: 'reference.update-area',
  text: `UPDATE professional_areas SET name = $2, archived_at = $3, updated_at = $4, version = version + 1
          WHERE code = $1 RETURNING ${AREA}`,
};

/**
 * Those that hold every word, in any order; those that begin with the whole text first, then by code. Values: patterns
 * of the words, pattern of the beginning, level or NULL, those taken out too, how many.
 */
export const SPECIALTIES: Statement = {
  name: 'reference.specialties',
  text: `SELECT code, name, level FROM specialties
          WHERE search_text LIKE ALL ($1::text[]) AND ($3::text IS NULL OR level = $3)
            AND (archived_at IS NULL OR $4::boolean)
          ORDER BY NOT (code LIKE $2 OR normalize_search(name) LIKE $2), code LIMIT $5`,
};

export const SPECIALTY_BY_CODE: Statement = {
  name: 'reference.specialty',
  text: `SELECT ${SPECIALTY} FROM specialties WHERE code = $1`,
};

/** Value: codes. */
export const SPECIALTY_NAMES: Statement = {
  name: 'reference.specialty-names',
  text: 'SELECT code, name FROM specialties WHERE code = ANY ($1::text[])',
};

/** One specialty, kept from others until the transaction ends. Value: code. */
export const SPECIALTY_FOR_UPDATE: Statement = {
  name: 'reference.specialty-for-update',
  text: `${SPECIALTY_BY_CODE.text} FOR UPDATE`,
};

/** Values: code, name, level, search text, now. */
export const INSERT_SPECIALTY: Statement = {
  name: 'reference.insert-specialty',
  text: `INSERT INTO specialties (code, name, level, search_text, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $5) RETURNING ${SPECIALTY}`,
};

/** Values: code, name, search text, when it was taken out, now. */
export const UPDATE_SPECIALTY: Statement = {
  name: 'reference.update-specialty',
  text: `UPDATE specialties SET name = $2, search_text = $3, archived_at = $4, updated_at = $5,
           version = version + 1
          WHERE code = $1 RETURNING ${SPECIALTY}`,
};
