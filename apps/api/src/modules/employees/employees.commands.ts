import type { Role } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** Values: id, surname, given name, patronymic, e-mail, СНИЛС, password hash, now. */
export const ADD_PERSON: Statement = {
  name: 'employees.add-person',
  text: `INSERT INTO people (id, surname, given_name, patronymic, email, snils, password_hash,
           must_change_password, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, true, $8, $8)`,
};

/** Values: id, organization, person, roles, position, phone, now. */
export const ADD_MEMBERSHIP: Statement = {
  name: 'employees.add-membership',
  text: `INSERT INTO memberships (id, organization_id, person_id, roles, position, phone, started_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};

/** Who already has an account under this e-mail. */
export const PERSON_BY_EMAIL: Statement = {
  name: 'employees.person-by-email',
  text: 'SELECT id FROM auth_person($1)',
};

/** Present members with a managing role, held so that two administrators cannot remove each other at once. */
export const LOCK_MANAGING: Statement = {
  name: 'employees.lock-managing',
  text: `SELECT id, roles FROM memberships
          WHERE organization_id = $1 AND ended_at IS NULL AND roles && '{HEAD,ADMINISTRATOR}'
          ORDER BY id FOR UPDATE`,
};

export interface ManagingRow {
  readonly id: string;
  readonly roles: Role[];
}

/** Values: organization, membership, position, phone, roles. */
export const UPDATE_MEMBERSHIP: Statement = {
  name: 'employees.update-membership',
  text: `UPDATE memberships SET position = $3, phone = $4, roles = $5
          WHERE organization_id = $1 AND id = $2 AND ended_at IS NULL`,
};

/** Values: organization, membership, now. */
export const END_MEMBERSHIP: Statement = {
  name: 'employees.end-membership',
  text: `UPDATE memberships SET ended_at = $3 WHERE organization_id = $1 AND id = $2 AND ended_at IS NULL`,
};
