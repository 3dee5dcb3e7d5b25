import { Injectable } from '@nestjs/common';
import { permissionsOf, type Role } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database, type Statement } from '../../core/database/index.js';
import { invalidField } from '../../core/errors/index.js';

/** A responsible person as stored: what was typed, completed from the employee's own record. */
export interface Responsible {
  readonly personId?: string;
  readonly fullName?: string;
  readonly position?: string;
  readonly phone?: string;
  readonly email?: string;
}

const COLLEAGUE: Statement = {
  name: 'employees.colleague',
  text: `SELECT concat_ws(' ', p.surname, p.given_name, p.patronymic) AS "fullName", m.position, m.roles,
                coalesce(m.phone, p.phone) AS phone, p.email
           FROM memberships m JOIN people p ON p.id = m.person_id
          WHERE m.organization_id = $1 AND m.person_id = $2 AND m.ended_at IS NULL`,
};

type ColleagueRow = Responsible & { fullName: string; roles: Role[] };

/** «Ответственное лицо за проведение практики»: one of the organization's own managers (manual §3, §5.1). */
@Injectable()
export class ResponsiblePeople {
  constructor(private readonly database: Database) {}

  /**
   * Fills what the modal left empty from the colleague's own record; undefined when it was left empty altogether.
   * @throws Refusal `validation_failed` at `/responsible/personId` for somebody who is no manager here
   */
  async resolve(actor: Actor, given: Responsible | null | undefined): Promise<Responsible | undefined> {
    if (!given || Object.values(given).every((value) => !value)) return undefined;
    if (given.personId === undefined) return given;
    const [row] = await this.database.read<ColleagueRow>(actor, COLLEAGUE, [
      actor.organizationId,
      given.personId,
    ]);
    if (!row || !permissionsOf(row.roles).has('documents:approve')) {
      throw invalidField('/responsible/personId', 'not_a_manager', 'Выберите менеджера вашей организации.');
    }
    const { roles: _, ...colleague } = row;
    const typed = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
    return { ...colleague, ...typed };
  }
}
