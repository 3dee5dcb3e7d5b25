import type { Role } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import type { Transaction } from '../../core/database/index.js';
import { Refusal } from '../../core/errors/index.js';
import { LOCK_MANAGING, type ManagingRow } from './employees.commands.js';
import type { EmployeeRow } from './employees.queries.js';

/**
 * An organization never loses its last head, nor the last person who can manage it. Holds the managing memberships
 * until the transaction ends.
 *
 * @param remaining roles the member keeps; empty when the membership ends
 * @throws Refusal `invalid_state`
 */
export async function refuseToOrphan(
  tx: Transaction,
  actor: Actor,
  member: EmployeeRow,
  remaining: readonly Role[],
): Promise<void> {
  const managing = await tx.query<ManagingRow>(LOCK_MANAGING, [actor.organizationId]);
  const others = managing.filter(({ id }) => id !== member.id);
  const loses = (role: Role) => member.roles.includes(role) && !remaining.includes(role);
  if (loses('HEAD') && !others.some(({ roles }) => roles.includes('HEAD'))) {
    throw new Refusal('invalid_state', { detail: 'Это единственный руководитель организации' });
  }
  const keeps = remaining.includes('HEAD') || remaining.includes('ADMINISTRATOR');
  if (loses('ADMINISTRATOR') && !keeps && others.length === 0) {
    throw new Refusal('invalid_state', { detail: 'Это последний, кто управляет организацией' });
  }
}

/** The head is appointed, not assigned, and answers to nobody inside the organization. */
export function refuseAgainstHead(actor: Actor, member: EmployeeRow): void {
  if (member.roles.includes('HEAD') && !actor.roles.includes('HEAD')) {
    throw new Refusal('forbidden', { detail: 'Руководителя не меняет подчинённый' });
  }
}
