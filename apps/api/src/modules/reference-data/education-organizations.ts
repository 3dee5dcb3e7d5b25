import { Injectable } from '@nestjs/common';
import { searchText, type EducationType } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database, type Statement } from '../../core/database/index.js';
import { Cursors } from '../../core/http/cursor.js';
import type {
  EducationOrganizationDto,
  EducationOrganizationsDto,
  EducationOrganizationsQueryDto,
} from './reference-data.dto.js';

interface Row {
  readonly id: string;
  readonly full_name: string;
  readonly short_name: string | null;
  readonly inn: string;
  readonly ogrn: string | null;
  readonly region_code: string | null;
  readonly education_type: EducationType | null;
  readonly site: string | null;
  readonly acting: boolean;
}

/** By full name. Values: search text or empty, name and id the page begins after (or NULL), rows. */
const PAGE: Statement = {
  name: 'reference.education-organizations',
  text: `SELECT id, full_name, short_name, inn, ogrn, region_code, education_type, site, acting
           FROM organizations
          WHERE side = 'EDUCATION' AND ($1::text = '' OR search_text LIKE '%' || $1::text || '%')
            AND ($2::text IS NULL OR (full_name, id) > ($2::text, $3::uuid))
          ORDER BY full_name, id LIMIT $4`,
};

/** The public registry of educational organizations, those with accounts here and those without. */
@Injectable()
export class EducationOrganizations {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `invalid_cursor` for a cursor of another search or organization */
  async page(actor: Actor, query: EducationOrganizationsQueryDto): Promise<EducationOrganizationsDto> {
    const { q, cursor, limit } = query;
    const text = searchText(q);
    const binding = `education-organizations\n${actor.organizationId}\n${text}`;
    const [name = null, id = null] = cursor === undefined ? [] : this.cursors.open(cursor, binding);
    const values = [text.replace(/[\\%_]/g, '\\$&'), name, id, limit + 1];
    const rows = await this.database.read<Row>(actor, PAGE, values);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const nextCursor =
      rows.length > limit && last ? this.cursors.seal([last.full_name, last.id], binding) : null;
    return { items: items.map(dto), nextCursor };
  }
}

const dto = (row: Row): EducationOrganizationDto => ({
  id: row.id,
  fullName: row.full_name,
  shortName: row.short_name,
  inn: row.inn,
  ogrn: row.ogrn,
  regionCode: row.region_code,
  type: row.education_type,
  site: row.site,
  hasAccount: row.acting,
});
