import {
  FACET_LIMIT,
  type ApplicationKind,
  type ApplicationStatus,
  type DocumentKind,
  type OrganizationSide,
  type PartnershipStatus,
} from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';
import { limitedCount } from '../../core/http/index.js';
import type { Responsible } from '../employees/index.js';

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
  readonly employerId: string;
  readonly educationId: string;
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
  /** Counted up to the limit and one more. */
  readonly documents: Readonly<Record<string, number>>;
  readonly applications: number;
  /** Of the contracts concluded last. */
  readonly seats: number;
  readonly concluded: number;
}

/** A responsible person that one of the two has named. */
export interface ResponsibleRow extends Responsible {
  readonly organizationId: string;
}

/** A contract under which students come. */
export interface PracticeRow {
  readonly documentId: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly from: string | null;
  readonly to: string | null;
  readonly seats: number | null;
}

/** Most partners one answer lists; who has more finds them by searching. */
export const PARTNERS_LIMIT = 200;

const COLUMNS = `o.id, p.employer_id AS "employerId", p.education_organization_id AS "educationId", o.full_name, o.short_name, o.inn, o.ogrn, o.side, o.region_code, o.city, p.id AS partnership_id,
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

const OF_PAIR = (table: string) =>
  `${table}.employer_id = p.employer_id AND ${table}.education_organization_id = p.education_organization_id`;

/** The last partnership with one organization. Values: organization, partner, kinds of documents. */
export const PARTNER: Statement = {
  name: 'partners.one',
  text: `SELECT ${COLUMNS}, o.site, o.phone, CASE WHEN p.status = 'ACTIVE' THEN o.profile_email END AS email,
           (SELECT json_object_agg(kind, ${limitedCount(
             'registry_entries e',
             'e.organization_id = $1 AND e.partner_id = o.id AND e.kind = kinds.kind',
           )}) FROM unnest($3::text[]) kinds (kind)) AS documents,
           ${limitedCount('applications a', `${OF_PAIR('a')} AND a.status <> 'DELETED'`)} AS applications,
           concluded.seats, concluded.count AS concluded
           FROM partnerships p JOIN organizations o ON ${OTHER},
             LATERAL (SELECT coalesce(sum(d.seats), 0)::int AS seats, count(*)::int AS count FROM (
               SELECT d.seats FROM documents d WHERE ${OF_PAIR('d')} AND d.status = 'CONCLUDED'
                ORDER BY d.concluded_at DESC LIMIT ${FACET_LIMIT + 1}) d) concluded
          WHERE $1::uuid IN (p.employer_id, p.education_organization_id)
            AND $2::uuid IN (p.employer_id, p.education_organization_id) AND o.id = $2
          ORDER BY p.started_at DESC, p.id DESC LIMIT 1`,
};

/** Values: employer, educational organization. */
const NAMED = `(SELECT d.responsible, CASE d.author_side WHEN 'EMPLOYER' THEN d.education_organization_id
                  ELSE d.employer_id END AS organization_id, d.concluded_at AS at
             FROM documents d WHERE d.employer_id = $1 AND d.education_organization_id = $2 AND d.status = 'CONCLUDED'
            ORDER BY d.concluded_at DESC LIMIT 100)
         UNION ALL
         (SELECT a.responsible, a.recipient_id, a.updated_at FROM applications a
           WHERE a.employer_id = $1 AND a.education_organization_id = $2 AND a.status = 'ACCEPTED'
           ORDER BY a.updated_at DESC LIMIT 100)`;

/**
 * Responsible people that either has named in what was concluded and accepted last, newest first, each once. Values:
 * employer, educational organization.
 */
export const PARTNER_PEOPLE: Statement = {
  name: 'partners.people',
  text: `SELECT organization_id AS "organizationId", responsible ->> 'fullName' AS "fullName",
                responsible ->> 'position' AS position, responsible ->> 'phone' AS phone, responsible ->> 'email' AS email
           FROM (SELECT DISTINCT ON (organization_id, responsible ->> 'fullName') * FROM (${NAMED}) named
                  WHERE responsible ->> 'fullName' IS NOT NULL
                  ORDER BY organization_id, responsible ->> 'fullName', at DESC) once
          ORDER BY at DESC LIMIT 20`,
};

/** Contracts and annexes concluded last, as the organization sees them. Values: employer, educational one, organization. */
export const PARTNER_PRACTICES: Statement = {
  name: 'partners.practices',
  text: `SELECT d.id AS "documentId", e.title, d.kind, e.practice_from AS "from", e.practice_to AS "to", d.seats
           FROM documents d JOIN registry_entries e ON e.document_id = d.id AND e.organization_id = $3
          WHERE d.employer_id = $1 AND d.education_organization_id = $2 AND d.status = 'CONCLUDED'
            AND d.kind IN ('PERIOD_CONTRACT', 'FRAMEWORK_ANNEX')
          ORDER BY d.concluded_at DESC LIMIT 10`,
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

/** Something that has happened between two organizations; which members it has follows from its type. */
export interface PartnerEventRow {
  readonly at: string;
  readonly type: 'PARTNERSHIP_STARTED' | 'PARTNERSHIP_ENDED' | 'APPLICATION' | 'DOCUMENT_CONCLUDED';
  readonly objectId: string | null;
  readonly kind: ApplicationKind | null;
  readonly number: number | null;
  readonly status: ApplicationStatus | null;
  readonly title: string | null;
  readonly reason: string | null;
}

/** Events of one source that are told. */
const EVENTS = 30;

const event = (
  from: string,
  at: string,
  members: { readonly [Member in Exclude<keyof PartnerEventRow, 'at'>]?: string },
) => {
  const { type, objectId = 'NULL::uuid', kind = 'NULL::text', number = 'NULL::integer' } = members;
  const { status = 'NULL::text', title = 'NULL::text', reason = 'NULL::text' } = members;
  return `(SELECT ${at} AS at, ${type} AS type, ${objectId} AS "objectId", ${kind} AS kind, ${number} AS number,
                  ${status} AS status, ${title} AS title, ${reason} AS reason
             FROM ${from} ORDER BY ${at} DESC LIMIT ${EVENTS})`;
};
const BETWEEN = (table: string) => `${table}.employer_id = $1 AND ${table}.education_organization_id = $2`;

/**
 * What has happened between the two, newest first: partnerships, what became of applications, what was concluded.
 * Values: employer, educational organization, who looks.
 */
export const PARTNER_HISTORY: Statement = {
  name: 'partners.history',
  text: [
    event(`partnerships p WHERE ${BETWEEN('p')}`, 'p.started_at', { type: `'PARTNERSHIP_STARTED'` }),
    event(`partnerships p WHERE ${BETWEEN('p')} AND p.ended_at IS NOT NULL`, 'p.ended_at', {
      type: `'PARTNERSHIP_ENDED'`,
      reason: 'p.end_reason',
    }),
    event(`applications a WHERE ${BETWEEN('a')} AND a.status NOT IN ('DRAFT', 'DELETED')`, 'a.updated_at', {
      ...{ type: `'APPLICATION'`, objectId: 'a.id', kind: 'a.kind', number: 'a.number', status: 'a.status' },
    }),
    event(
      `documents d JOIN registry_entries e ON e.document_id = d.id AND e.organization_id = $3
         WHERE ${BETWEEN('d')} AND d.status = 'CONCLUDED'`,
      'd.concluded_at',
      { type: `'DOCUMENT_CONCLUDED'`, objectId: 'd.id', title: 'e.title' },
    ),
  ]
    .join('\nUNION ALL ')
    .concat(`\nORDER BY at DESC, type LIMIT ${EVENTS}`),
};
