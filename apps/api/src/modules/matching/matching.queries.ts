import type { EducationLevel } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';
import type { ListingOrganization } from '../listings/index.js';

/** A listing as matching looks at it. Dates `YYYY-MM-DD`. */
export interface ListingFeatures {
  readonly id: string;
  readonly title: string;
  readonly type: string | null;
  readonly specialtyCode: string | null;
  /** Of the profession it names in the directory. */
  readonly professionSpecialties: readonly string[];
  readonly professionId: string | null;
  readonly areaCode: string | null;
  readonly level: EducationLevel | null;
  readonly regionCode: string | null;
  readonly seats: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly organization: ListingOrganization;
}

/** What an educational organization declares, of what was asked for. */
export interface Declaration {
  readonly organization: ListingOrganization;
  readonly regionCode: string | null;
  readonly levels: readonly EducationLevel[];
  readonly specialtyCodes: readonly string[];
  readonly areaCodes: readonly string[];
}

const FEATURES = `SELECT l.id, l.title, l.type, l.specialty_code AS "specialtyCode",
    coalesce(p.specialty_codes, '{}') AS "professionSpecialties", l.profession_id AS "professionId",
    l.area_code AS "areaCode", l.level, l.region_code AS "regionCode", l.seats, l.period_from::text AS "from",
    l.period_to::text AS "to", party_json(o) AS organization`;
const OF_LISTINGS = `JOIN organizations o ON o.id = l.organization_id LEFT JOIN professions p ON p.id = l.profession_id`;

/** A listing of one's own, in any status. Values: listing, organization. */
export const OWN_LISTING: Statement = {
  name: 'matching.own-listing',
  text: `${FEATURES} FROM listings l ${OF_LISTINGS}
          WHERE l.id = $1 AND l.organization_id = $2 AND l.status <> 'DELETED'`,
};

/** Published listings of organizations that are not over, the newest of each. Values: organizations, today, of each. */
export const PUBLISHED_LISTINGS_OF: Statement = {
  name: 'matching.published-of',
  text: `${FEATURES} FROM unnest($1::uuid[]) owner
          CROSS JOIN LATERAL (
            SELECT * FROM listings WHERE organization_id = owner AND status = 'PUBLISHED' AND period_to >= $2::date
             ORDER BY published_at DESC, id DESC LIMIT $3) l
           ${OF_LISTINGS} ORDER BY l.id`,
};

const newest = (condition: string) => `
  (SELECT l.id, l.published_at FROM listings l
    WHERE l.status = 'PUBLISHED' AND l.side = $1 AND ${condition} AND l.period_to >= $7::date
    ORDER BY l.published_at DESC, l.id DESC LIMIT $8)`;
const perKey = (keys: string, condition: string) => `
  (SELECT found.id FROM unnest(${keys}) key CROSS JOIN LATERAL ${newest(condition)} found
    ORDER BY found.published_at DESC, found.id DESC LIMIT $8)`;

/**
 * Published listings that may fit: for each way in which they can, the newest, found along the index that holds it.
 * Values: side, specialties, groups of specialties, areas, regions, professions, today, most of each way.
 */
export const CANDIDATE_LISTINGS: Statement = {
  name: 'matching.candidate-listings',
  text: `
    WITH candidates AS MATERIALIZED (
      ${perKey('$2::text[]', 'l.specialty_code = key')} UNION
      ${perKey('$3::text[]', 'l.specialty_group = key')} UNION
      ${perKey('$4::text[]', 'l.area_code = key')} UNION
      ${perKey('$5::text[]', 'l.region_code = key AND l.area_code = ANY ($4::text[])')} UNION
      ${perKey('$6::uuid[]', 'l.profession_id = key')})
    ${FEATURES} FROM candidates
      -- one by one: a join of the planner's choosing reads the whole table until it is large
      CROSS JOIN LATERAL (SELECT * FROM listings WHERE id = candidates.id OFFSET 0) l ${OF_LISTINGS}`,
};

/** Values: organization. */
export const OWN_DECLARATION: Statement = {
  name: 'matching.own-declaration',
  text: `SELECT party_json(o) AS organization, o.region_code AS "regionCode", o.education_levels AS levels,
           ARRAY(SELECT specialty_code FROM organization_programmes WHERE organization_id = o.id ORDER BY 1)
             AS "specialtyCodes",
           ARRAY(SELECT area_code FROM organization_areas WHERE organization_id = o.id ORDER BY 1) AS "areaCodes"
           FROM organizations o WHERE o.id = $1`,
};

/**
 * Educational organizations whose declaration may fit, and those asked for, with as much of what they declare as
 * concerns the question. Values: specialties, groups of specialties, areas, regions, organizations, most of each way.
 */
export const CANDIDATE_ORGANIZATIONS: Statement = {
  name: 'matching.candidate-organizations',
  text: `
    WITH candidates (id) AS MATERIALIZED (
      (SELECT DISTINCT organization_id FROM organization_programmes WHERE specialty_code = ANY ($1::text[])
        ORDER BY organization_id LIMIT $6) UNION
      (SELECT DISTINCT organization_id FROM organization_programmes WHERE specialty_group = ANY ($2::text[])
        ORDER BY organization_id LIMIT $6) UNION
      (SELECT DISTINCT organization_id FROM organization_areas WHERE area_code = ANY ($3::text[])
        ORDER BY organization_id LIMIT $6) UNION
      (SELECT o.id FROM organizations o
        WHERE o.region_code = ANY ($4::text[]) AND o.education_levels <> '{}' AND (
          EXISTS (SELECT FROM organization_programmes d
                   WHERE d.organization_id = o.id AND d.specialty_group = ANY ($2::text[]))
          OR EXISTS (SELECT FROM organization_areas d
                      WHERE d.organization_id = o.id AND d.area_code = ANY ($3::text[])))
        ORDER BY o.id LIMIT $6) UNION
      SELECT unnest($5::uuid[]))
    SELECT party_json(o) AS organization, o.region_code AS "regionCode", o.education_levels AS levels,
           ARRAY(SELECT d.specialty_code FROM organization_programmes d
                  WHERE d.organization_id = o.id AND d.specialty_group = ANY ($2::text[]) ORDER BY 1)
             AS "specialtyCodes",
           ARRAY(SELECT d.area_code FROM organization_areas d
                  WHERE d.organization_id = o.id AND d.area_code = ANY ($3::text[]) ORDER BY 1) AS "areaCodes"
      FROM candidates JOIN organizations o ON o.id = candidates.id AND o.side = 'EDUCATION'`,
};
