import { PROFESSION_LIMITS } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** A profession as stored. */
export interface ProfessionRow {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly specialtyCodes: readonly string[];
  readonly description: string | null;
  readonly duties: string | null;
  readonly archivedAt: string | Date | null;
  readonly version: number;
}

/** A profession with the count of the other side's published listings for it, one above the limit at most. */
export interface CountedProfessionRow extends ProfessionRow {
  readonly published: string;
}

export interface NamedSpecialty {
  readonly code: string;
  readonly name: string | null;
}

const COLUMNS = `p.id, p.name, p.area_code AS "areaCode", a.name AS "areaName", p.specialty_codes AS "specialtyCodes",
  p.description, p.duties, p.archived_at AS "archivedAt", p.version`;

/**
 * Published listings of the side that the transaction's organization browses: needs of educational organizations for an
 * employer, employers' places for an educational organization. Limited, so that no profession costs more than another.
 */
const PUBLISHED = `(SELECT count(*) FROM (
    SELECT FROM listings l WHERE l.side = (SELECT browsed_side()) AND l.profession_id = found.id
       AND l.status = 'PUBLISHED' LIMIT ${PROFESSION_LIMITS.needs + 1}) counted) AS published`;

const ONE = `SELECT ${COLUMNS} FROM professions p JOIN professional_areas a ON a.code = p.area_code WHERE`;

/** By name. Values: pattern of the search, areas or NULL, those taken out too, name and id of the position, how many. */
export const PROFESSIONS: Statement = {
  name: 'professions.page',
  text: `SELECT found.*, ${PUBLISHED} FROM (
         ${ONE} p.search_text LIKE $1 AND ($2::text[] IS NULL OR p.area_code = ANY ($2::text[]))
            AND (p.archived_at IS NULL OR $3::boolean) AND (p.name, p.id) > ($4::text, $5::uuid)
          ORDER BY p.name, p.id LIMIT $6) found ORDER BY found.name, found.id`,
};

/** One, taken out or not. Value: profession. */
export const PROFESSION: Statement = { name: 'professions.one', text: `${ONE} p.id = $1` };

/** The same with its count. */
export const COUNTED_PROFESSION: Statement = {
  name: 'professions.counted',
  text: `SELECT found.*, ${PUBLISHED} FROM (${PROFESSION.text}) found`,
};

/** The same without its count, kept from others until the transaction ends. */
export const PROFESSION_FOR_UPDATE: Statement = {
  name: 'professions.one-for-update',
  text: `${PROFESSION.text} FOR UPDATE OF p`,
};

/** The one of this name in an area. Values: area, name. */
export const PROFESSION_BY_NAME: Statement = {
  name: 'professions.by-name',
  text: `${ONE} p.area_code = $1 AND lower(p.name) = lower($2) AND p.archived_at IS NULL`,
};

/** Codes of «ФГОС» with their names, in the order given. Value: codes. */
export const SPECIALTY_NAMES: Statement = {
  name: 'professions.specialty-names',
  text: `SELECT given.code, s.name FROM unnest($1::text[]) WITH ORDINALITY given (code, place)
           LEFT JOIN specialties s ON s.code = given.code ORDER BY given.place`,
};

/** Values: id, name, area, codes, description, duties, search text, now. */
export const INSERT_PROFESSION: Statement = {
  name: 'professions.insert',
  text: `INSERT INTO professions (id, name, area_code, specialty_codes, description, duties, search_text, created_at,
           updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
};

/** Values: profession, name, area, codes, description, duties, search text, when it was taken out, now. */
export const UPDATE_PROFESSION: Statement = {
  name: 'professions.update',
  text: `UPDATE professions SET name = $2, area_code = $3, specialty_codes = $4, description = $5, duties = $6,
           search_text = $7, archived_at = $8, updated_at = $9, version = version + 1
          WHERE id = $1`,
};
