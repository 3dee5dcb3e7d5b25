import type { LegalForm, OrganizationSide } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** An organization as its own people see it. */
export interface OrganizationRow {
  readonly id: string;
  readonly side: OrganizationSide;
  readonly legal_form: LegalForm;
  readonly full_name: string;
  readonly short_name: string | null;
  readonly inn: string;
  readonly ogrn: string;
  readonly kpp: string | null;
  readonly legal_address: string | null;
  readonly region_code: string | null;
  readonly city: string | null;
  readonly profile_email: string;
  readonly phone: string | null;
  readonly site: string | null;
  readonly time_zone: string;
  readonly version: number;
}

const COLUMNS = `id, side, legal_form, full_name, short_name, inn, ogrn, kpp, legal_address, region_code, city,
  profile_email, phone, site, time_zone, version`;

export const ORGANIZATION: Statement = {
  name: 'organizations.own',
  text: `SELECT ${COLUMNS} FROM organizations WHERE id = $1`,
};

/** The same, held until the transaction ends. */
export const ORGANIZATION_FOR_UPDATE: Statement = {
  name: 'organizations.own-for-update',
  text: `SELECT ${COLUMNS} FROM organizations WHERE id = $1 FOR UPDATE`,
};

/** Values: id, short name, profile e-mail, phone, site, legal address, city, time zone, search text, now. */
export const UPDATE_ORGANIZATION: Statement = {
  name: 'organizations.update',
  text: `UPDATE organizations SET short_name = $2, profile_email = $3, phone = $4, site = $5, legal_address = $6,
           city = $7, time_zone = $8, search_text = $9, updated_at = $10, version = version + 1
          WHERE id = $1 RETURNING ${COLUMNS}`,
};
