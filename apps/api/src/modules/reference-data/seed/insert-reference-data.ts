import type { ClientBase } from 'pg';
import { newId } from '../../../core/ids/index.js';
import areas from '../data/professional-areas.json' with { type: 'json' };
import { professionSearchText } from '../search-texts.js';
import { seededProfessions, seededSpecialties } from './classifiers.js';

const AREAS = `
  INSERT INTO professional_areas (code, name, created_at, updated_at)
  SELECT a.code, a.name, $2, $2 FROM jsonb_to_recordset($1) a (code text, name text)`;

const SPECIALTIES = `
  INSERT INTO specialties (code, name, other_names, level, search_text, created_at, updated_at)
  SELECT s.code, s.name, s."otherNames", s.level, s."searchText", $2, $2
    FROM jsonb_to_recordset($1) s (code text, name text, "otherNames" text[], level text, "searchText" text)`;

const PROFESSIONS = `
  INSERT INTO professions (id, name, area_code, specialty_codes, search_text, created_at, updated_at)
  SELECT p.id, p.name, p."areaCode", p."specialtyCodes", p."searchText", $2, $2
    FROM jsonb_to_recordset($1) p (id uuid, name text, "areaCode" text, "specialtyCodes" text[], "searchText" text)`;

/**
 * Fills the empty tables of areas, specialties and professions.
 *
 * @param client connection of the owner, in the caller's transaction
 */
export async function insertReferenceData(client: ClientBase, now: Date): Promise<void> {
  const professions = seededProfessions().map((profession) => ({
    ...profession,
    id: newId(),
    searchText: professionSearchText(profession.name, profession.specialtyCodes),
  }));
  const insert = (text: string, rows: readonly object[]) => client.query(text, [JSON.stringify(rows), now]);
  await insert(AREAS, areas);
  await insert(SPECIALTIES, seededSpecialties());
  await insert(PROFESSIONS, professions);
}
