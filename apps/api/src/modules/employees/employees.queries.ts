import type { Role } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** A membership with its person, as colleagues see them. */
export interface EmployeeRow {
  readonly id: string;
  readonly person_id: string;
  readonly surname: string;
  readonly given_name: string;
  readonly patronymic: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly position: string | null;
  readonly roles: Role[];
  readonly ended_at: string | null;
  readonly last_seen_at: string | null;
}

/** Most people one answer lists. */
export const EMPLOYEES_LIMIT = 500;

/** Present people first, then former ones, by name. Values: organization, search text or empty, limit. */
export const EMPLOYEES: Statement = {
  name: 'employees.list',
  text: `SELECT m.id, m.person_id, p.surname, p.given_name, p.patronymic, p.email, m.phone, m.position, m.roles,
                m.ended_at, CASE WHEN m.ended_at IS NULL THEN seen.last_seen_at END AS last_seen_at
           FROM memberships m
           JOIN people p ON p.id = m.person_id
           LEFT JOIN members_last_seen($1) seen ON seen.person_id = m.person_id
          WHERE m.organization_id = $1
            AND ($2::text = '' OR normalize_search(concat_ws(' ', p.surname, p.given_name, p.patronymic, p.email,
                                                             m.position)) LIKE '%' || $2::text || '%')
          ORDER BY m.ended_at IS NOT NULL, p.surname, p.given_name, p.patronymic, m.started_at, m.id
          LIMIT $3`,
};

/** One membership of the organization. Values: organization, membership. */
export const EMPLOYEE: Statement = {
  name: 'employees.one',
  text: `SELECT m.id, m.person_id, p.surname, p.given_name, p.patronymic, p.email, m.phone, m.position, m.roles,
                m.ended_at, seen.last_seen_at
           FROM memberships m
           JOIN people p ON p.id = m.person_id
           LEFT JOIN members_last_seen($1) seen ON seen.person_id = m.person_id
          WHERE m.organization_id = $1 AND m.id = $2`,
};

/** Who may answer for practice: managers of the company. Values: organization, roles. */
export const RESPONSIBLE_PERSONS: Statement = {
  name: 'employees.responsible-persons',
  text: `SELECT m.person_id, concat_ws(' ', p.surname, p.given_name, p.patronymic) AS full_name, m.position,
                coalesce(m.phone, p.phone) AS phone, p.email
           FROM memberships m JOIN people p ON p.id = m.person_id
          WHERE m.organization_id = $1 AND m.ended_at IS NULL AND m.roles && $2::text[]
          ORDER BY full_name, m.person_id`,
};

export interface ResponsiblePersonRow {
  readonly person_id: string;
  readonly full_name: string;
  readonly position: string | null;
  readonly phone: string | null;
  readonly email: string;
}
