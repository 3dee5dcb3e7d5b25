import type { EducationType } from '@praktika/contracts';
import type { ClientBase } from 'pg';
import { newId } from '../../../core/ids/index.js';
import { organizationSearchText } from '../search-text.js';
import registry from './data/education-organizations.json' with { type: 'json' };

/** The words of the public register. */
const TYPES: Readonly<Record<string, EducationType>> = { ВО: 'HIGHER', СПО: 'VOCATIONAL', иная: 'OTHER' };

const INSERT = `
  INSERT INTO organizations (id, side, legal_form, full_name, short_name, inn, ogrn, kpp, region_code, site,
    education_type, acting, demo, search_text, created_at, updated_at)
  SELECT o.id, 'EDUCATION', 'LEGAL_ENTITY', o."fullName", o."shortName", o.inn, o.ogrn, o.kpp, o."regionCode", o.site,
         o.type, false, false, o."searchText", $2, $2
    FROM jsonb_to_recordset($1) o (id uuid, "fullName" text, "shortName" text, inn text, ogrn text, kpp text,
      "regionCode" text, site text, type text, "searchText" text)
  ON CONFLICT (side, inn, coalesce(kpp, '')) DO NOTHING`;

/**
 * Writes the public registry of educational organizations: known, but nobody acts for them. Rows that are there
 * already stay as they are, so it may be repeated.
 *
 * @param client connection of the owner
 * @returns how many were added
 */
export async function seedEducationOrganizations(client: ClientBase, now: Date): Promise<number> {
  const rows = registry.map((organization) => ({
    ...organization,
    id: newId(),
    type: TYPES[organization.type],
    searchText: organizationSearchText(organization),
  }));
  const { rowCount } = await client.query(INSERT, [JSON.stringify(rows), now]);
  return rowCount ?? 0;
}
