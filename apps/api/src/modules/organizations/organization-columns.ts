/** The partnership, the open application and the invitation between the caller, `$1`, and an organization `o`. */
const BETWEEN = (table: string) =>
  `((${table}.employer_id = $1 AND ${table}.education_organization_id = o.id)
    OR (${table}.employer_id = o.id AND ${table}.education_organization_id = $1))`;

/** The public part of an organization `o` as everybody signed in may know it. Value 1: the caller's organization. */
export const PUBLIC_COLUMNS = `o.id, o.side, o.full_name AS "fullName", o.short_name AS "shortName", o.inn, o.ogrn,
  o.legal_form AS "legalForm", o.education_type AS type, o.education_levels AS levels, o.region_code AS "regionCode",
  o.city, o.site, o.acting AS "hasAccount",
  EXISTS (SELECT FROM partnerships p WHERE p.status = 'ACTIVE' AND ${BETWEEN('p')}) AS "isPartner",
  (SELECT a.id FROM applications a WHERE a.kind = 'PARTNERSHIP' AND a.status = 'SENT' AND ${BETWEEN('a')}
    LIMIT 1) AS "openApplicationId",
  (SELECT max(i.sent_at) FROM organization_invitations i
    WHERE i.inviter_id = $1 AND i.organization_id = o.id) AS "invitedAt"`;
