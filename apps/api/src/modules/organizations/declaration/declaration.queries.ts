import type { Statement } from '../../../core/database/index.js';
import type { OwnEducationDeclarationDto } from './declaration.dto.js';

/** What an organization declares, with the version of its profile. */
export type DeclarationRow = OwnEducationDeclarationDto & Record<string, unknown>;

const PARTS = `o.education_levels AS levels,
  (SELECT coalesce(json_agg(json_build_object('specialtyCode', p.specialty_code, 'specialtyName', p.specialty_name,
     'level', p.level) ORDER BY p.specialty_code), '[]') FROM organization_programmes p
    WHERE p.organization_id = o.id) AS programmes,
  ARRAY(SELECT a.area_code FROM organization_areas a WHERE a.organization_id = o.id ORDER BY 1) AS "areaCodes"`;

/** Value: organization. */
export const DECLARATION: Statement = {
  name: 'organizations.declaration',
  text: `SELECT ${PARTS}, o.version FROM organizations o WHERE o.id = $1`,
};

/** The version of the profile, held until the transaction ends. Value: organization. */
export const HOLD_PROFILE: Statement = {
  name: 'organizations.hold-profile',
  text: 'SELECT version FROM organizations WHERE id = $1 FOR UPDATE',
};

/** Values: organization, levels, now. */
export const DECLARE_LEVELS: Statement = {
  name: 'organizations.declare-levels',
  text: `UPDATE organizations SET education_levels = $2, updated_at = $3, version = version + 1 WHERE id = $1`,
};

/** Leaves the programmes of the list. Values: organization, programmes as JSON. */
export const DROP_PROGRAMMES: Statement = {
  name: 'organizations.drop-programmes',
  text: `DELETE FROM organization_programmes p WHERE p.organization_id = $1 AND NOT EXISTS (
           SELECT FROM jsonb_to_recordset($2) n ("specialtyCode" text, "specialtyName" text)
            WHERE n."specialtyCode" = p.specialty_code AND n."specialtyName" = p.specialty_name)`,
};

/** Adds those that are new. Values: organization, programmes as JSON. */
export const ADD_PROGRAMMES: Statement = {
  name: 'organizations.add-programmes',
  text: `INSERT INTO organization_programmes (organization_id, specialty_code, specialty_name, level)
         SELECT $1, n."specialtyCode", n."specialtyName", n.level
           FROM jsonb_to_recordset($2) n ("specialtyCode" text, "specialtyName" text, level text)
         ON CONFLICT (organization_id, specialty_code) DO NOTHING`,
};

/** Leaves the areas of the list. Values: organization, codes. */
export const DROP_AREAS: Statement = {
  name: 'organizations.drop-areas',
  text: `DELETE FROM organization_areas WHERE organization_id = $1 AND area_code <> ALL ($2::text[])`,
};

/** Adds those that are new. Values: organization, codes. */
export const ADD_AREAS: Statement = {
  name: 'organizations.add-areas',
  text: `INSERT INTO organization_areas (organization_id, area_code) SELECT $1, unnest($2::text[])
         ON CONFLICT DO NOTHING`,
};
