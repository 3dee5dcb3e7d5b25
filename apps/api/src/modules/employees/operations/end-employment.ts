import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { END_MEMBERSHIP } from '../employees.commands.js';
import { employeeDto, type EmployeeDto } from '../employees.dto.js';
import { EMPLOYEE, type EmployeeRow } from '../employees.queries.js';
import { refuseAgainstHead, refuseToOrphan } from '../managing.js';

/**
 * Ends a person's work for the organization. Sessions and API tokens of the person lose it at their next request
 * (reliability.md T37); the account and what the person did stay.
 */
@Injectable()
export class EndEmployment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found`, `forbidden`, `invalid_state` for the last head and the last administrator */
  async run(actor: Actor, id: string): Promise<EmployeeDto> {
    return this.database.transaction(actor, async (tx) => {
      const [row] = await tx.query<EmployeeRow>(EMPLOYEE, [actor.organizationId, id]);
      if (!row || row.ended_at !== null) throw notFound();
      refuseAgainstHead(actor, row);
      await refuseToOrphan(tx, actor, row, []);
      const now = this.clock.now();
      await tx.query(END_MEMBERSHIP, [actor.organizationId, id, now]);
      await appendHistory(tx, actor, now, {
        type: 'employee.ended',
        objectType: 'membership',
        objectId: id,
        payload: { personId: row.person_id },
      });
      return employeeDto({ ...row, ended_at: now.toISOString(), last_seen_at: null });
    });
  }
}
