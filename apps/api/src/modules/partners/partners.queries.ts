import type { OrganizationSide, PartnershipStatus } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** An organization in partnership with the actor's. */
export interface PartnerRow {
  readonly id: string;
  readonly full_name: string;
  readonly short_name: string | null;
  readonly inn: string;
  readonly ogrn: string;
  readonly side: OrganizationSide;
  readonly region_code: string | null;
  readonly city: string | null;
  readonly partnership_id: string;
  readonly status: PartnershipStatus;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly end_reason: string | null;
  readonly version: number;
}

/** The partner with what it tells of itself to all. */
export interface PartnerCardRow extends PartnerRow {
  readonly site: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly documents: Readonly<Record<string, number>>;
  readonly applications: number;
  readonly seats: number;
}

/** Most partners one answer lists; who has more finds them by searching. */
export const PARTNERS_LIMIT = 200;

const COLUMNS = `o.id, o.full_name, o.short_name, o.inn, o.ogrn, o.side, o.region_code, o.city, p.id AS partnership_id,
  p.status, p.started_at, p.ended_at, p.end_reason, p.version`;

const OTHER = `o.id = CASE $1::uuid WHEN p.employer_id THEN p.education_organization_id ELSE p.employer_id END`;

/** The last partnership with each organization, by its name. Values: organization, search text or empty, limit, statuses. */
export const PARTNERS: Statement = {
  name: 'partners.list',
  text: `SELECT * FROM (
           SELECT DISTINCT ON (o.id) ${COLUMNS}, coalesce(o.short_name, o.full_name) AS name
             FROM partnerships p JOIN organizations o ON ${OTHER}
            WHERE $1::uuid IN (p.employer_id, p.education_organization_id)
              AND ($2::text = '' OR o.search_text LIKE '%' || $2::text || '%')
            ORDER BY o.id, p.started_at DESC, p.id DESC) last
          WHERE status = ANY ($4::text[]) ORDER BY name, id LIMIT $3`,
};

/** The last partnership with one organization. Values: organization, partner. */
export const PARTNER: Statement = {
  name: 'partners.one',
  text: `SELECT ${COLUMNS}, o.site, o.phone, CASE WHEN p.status = 'ACTIVE' THEN o.profile_email END AS email,
           (SELECT coalesce(json_object_agg(kind, count), '{}') FROM (SELECT kind, count(*) FROM registry_entries
             WHERE organization_id = $1 AND partner_id = o.id GROUP BY kind) counted) AS documents,
           (SELECT count(*)::int FROM applications a WHERE a.employer_id = p.employer_id
             AND a.education_organization_id = p.education_organization_id AND a.status <> 'DELETED') AS applications,
           (SELECT coalesce(sum(d.seats), 0)::int FROM documents d WHERE d.employer_id = p.employer_id
             AND d.education_organization_id = p.education_organization_id AND d.status = 'CONCLUDED') AS seats
           FROM partnerships p JOIN organizations o ON ${OTHER}
          WHERE $1::uuid IN (p.employer_id, p.education_organization_id)
            AND $2::uuid IN (p.employer_id, p.education_organization_id) AND o.id = $2
          ORDER BY p.started_at DESC, p.id DESC LIMIT 1`,
};

/** The last partnership with one organization, bare. Values: organization, partner. */
export const PARTNERSHIP: Statement = {
  name: 'partners.partnership',
  text: `SELECT id, status, version FROM partnerships
          WHERE $1::uuid IN (employer_id, education_organization_id)
            AND $2::uuid IN (employer_id, education_organization_id) AND $1::uuid <> $2::uuid
          ORDER BY started_at DESC, id DESC LIMIT 1`,
};

/** No row when it has been ended meanwhile or another version is meant. Values: partnership, version, reason, now. */
export const END_PARTNERSHIP: Statement = {
  name: 'partners.end',
  text: `UPDATE partnerships SET status = 'ENDED', ended_at = $4, end_reason = $3, version = version + 1
          WHERE id = $1 AND version = $2 AND status = 'ACTIVE' RETURNING id`,
};

/** What has happened to the partnerships of the two, newest first. Values: organization, partner. */
export const PARTNER_HISTORY: Statement = {
  name: 'partners.history',
  text: `SELECT started_at AS "startedAt", ended_at AS "endedAt", end_reason AS "endReason" FROM partnerships
          WHERE $1::uuid IN (employer_id, education_organization_id)
            AND $2::uuid IN (employer_id, education_organization_id) AND $1::uuid <> $2::uuid
          ORDER BY started_at DESC, id DESC LIMIT 50`,
};
