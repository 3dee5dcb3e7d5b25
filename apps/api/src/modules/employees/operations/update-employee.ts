import { Injectable } from '@nestjs/common';
import type { Role } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound, Refusal } from '../../../core/errors/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { UPDATE_MEMBERSHIP } from '../employees.commands.js';
import { employeeDto, type EmployeeDto, type UpdateEmployeeDto } from '../employees.dto.js';
import { EMPLOYEE, type EmployeeRow } from '../employees.queries.js';
import { refuseAgainstHead, refuseToOrphan } from '../managing.js';

/** Changes position, phone and roles of a present employee; the roles act at the person's next request. */
@Injectable()
export class UpdateEmployee {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found`, `forbidden` for own roles and for a head's, `invalid_state` */
  async run(actor: Actor, id: string, changes: UpdateEmployeeDto): Promise<EmployeeDto> {
    return this.database.transaction(actor, async (tx) => {
      const [row] = await tx.query<EmployeeRow>(EMPLOYEE, [actor.organizationId, id]);
      if (!row || row.ended_at !== null) throw notFound();
      refuseAgainstHead(actor, row);
      if (changes.roles) {
        refuseOwnRoles(actor, row);
        await refuseToOrphan(tx, actor, row, changes.roles);
      }
      const { position = row.position, phone = row.phone } = changes;
      const roles: readonly Role[] = changes.roles ?? row.roles;
      const values = [actor.organizationId, id, position || null, phone || null, roles];
      await tx.query(UPDATE_MEMBERSHIP, values);
      await appendHistory(tx, actor, this.clock.now(), {
        type: 'employee.updated',
        objectType: 'membership',
        objectId: id,
        payload: { fields: Object.keys(changes), before: row.roles, after: roles },
      });
      const [updated] = await tx.query<EmployeeRow>(EMPLOYEE, [actor.organizationId, id]);
      return employeeDto(updated!);
    });
  }
}

/** Rights are given by somebody else: nobody makes themselves a signatory, nor locks themselves out. */
function refuseOwnRoles(actor: Actor, row: EmployeeRow): void {
  if (row.person_id === actor.personId) {
    throw new Refusal('forbidden', { detail: 'Свои роли изменить нельзя' });
  }
}
