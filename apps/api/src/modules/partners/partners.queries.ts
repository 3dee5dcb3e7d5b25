import type { OrganizationSide } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

export interface PartnerRow {
  readonly id: string;
  readonly full_name: string;
  readonly short_name: string | null;
  readonly inn: string;
  readonly ogrn: string;
  readonly side: OrganizationSide;
  readonly partnership_id: string;
  readonly started_at: string;
}

/** Most partners one answer lists; who has more finds them by searching. */
export const PARTNERS_LIMIT = 200;

/** Active partnerships by the partner's name. Values: organization, search text or empty, limit. */
export const PARTNERS: Statement = {
  name: 'partners.active',
  text: `SELECT o.id, o.full_name, o.short_name, o.inn, o.ogrn, o.side, p.id AS partnership_id, p.started_at
           FROM partnerships p
           JOIN organizations o
             ON o.id = CASE $1::uuid WHEN p.employer_id THEN p.education_organization_id ELSE p.employer_id END
          WHERE $1::uuid IN (p.employer_id, p.education_organization_id) AND p.status = 'ACTIVE'
            AND ($2::text = '' OR o.search_text LIKE '%' || $2::text || '%')
          ORDER BY coalesce(o.short_name, o.full_name), o.id
          LIMIT $3`,
};
