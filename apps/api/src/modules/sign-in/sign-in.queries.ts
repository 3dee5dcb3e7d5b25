import type { OrganizationSide, Role } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** What sign-in knows of an account by its e-mail. */
export interface AccountRow {
  readonly id: string;
  readonly password_hash: string | null;
  readonly blocked_at: string | null;
}

export const ACCOUNT_BY_EMAIL: Statement = {
  name: 'sign-in.account',
  text: 'SELECT id, password_hash, blocked_at FROM auth_person($1)',
};

export interface PersonRow {
  readonly id: string;
  readonly surname: string;
  readonly given_name: string;
  readonly patronymic: string | null;
  readonly email: string;
  readonly password_hash: string | null;
  readonly must_change_password: boolean;
}

/** The person of the scope. */
export const OWN_PERSON: Statement = {
  name: 'sign-in.person',
  text: `SELECT id, surname, given_name, patronymic, email, password_hash, must_change_password
           FROM people WHERE id = $1`,
};

export interface MembershipRow {
  readonly id: string;
  readonly name: string;
  readonly side: OrganizationSide;
  readonly roles: Role[];
  readonly time_zone: string;
  readonly inn: string;
  readonly ogrn: string;
}

/** Organizations the person works for today, by name: the choice of «Войти как». */
export const OWN_ORGANIZATIONS: Statement = {
  name: 'sign-in.organizations',
  text: `SELECT o.id, coalesce(o.short_name, o.full_name) AS name, o.side, m.roles, o.time_zone, o.inn, o.ogrn
           FROM memberships m JOIN organizations o ON o.id = m.organization_id
          WHERE m.person_id = $1 AND m.ended_at IS NULL
          ORDER BY name, o.id`,
};

/** Is this the demo? Then the cabinet says so on every page. */
export const HAS_DEMO_DATA: Statement = {
  name: 'sign-in.demo',
  text: 'SELECT EXISTS (SELECT FROM organizations WHERE demo) AS demo',
};
