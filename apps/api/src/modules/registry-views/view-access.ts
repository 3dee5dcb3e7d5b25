import type { Actor } from '../../core/access/index.js';
import type { Transaction } from '../../core/database/index.js';
import { notFound, Refusal, violatedConstraint } from '../../core/errors/index.js';
import { REGISTRY_VIEW, type RegistryViewRow } from './registry-views.queries.js';

/**
 * A view that the person may see.
 * @throws Refusal `not_found`
 */
export async function visibleView(tx: Transaction, actor: Actor, id: string): Promise<RegistryViewRow> {
  const values = [actor.organizationId, actor.personId, id];
  const [row] = await tx.query<RegistryViewRow>(REGISTRY_VIEW, values);
  if (!row) throw notFound();
  return row;
}

/**
 * A view that the person made.
 * @throws Refusal `not_found`, or `forbidden` for a colleague's that is shared
 */
export async function ownView(tx: Transaction, actor: Actor, id: string): Promise<RegistryViewRow> {
  const row = await visibleView(tx, actor, id);
  if (row.person_id === actor.personId) return row;
  throw new Refusal('forbidden', { detail: 'Изменить или удалить вид может только тот, кто его создал.' });
}

/** A name taken by another view of the same person, as the refusal of its field. */
export function asTakenName(error: unknown): unknown {
  if (violatedConstraint(error) !== 'registry_views_name') return error;
  const errors = [{ pointer: '/name', code: 'duplicate', detail: 'Вид с таким названием у вас уже есть.' }];
  return new Refusal('duplicate', { errors });
}
