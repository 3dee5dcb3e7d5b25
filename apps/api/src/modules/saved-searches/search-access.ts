import type { Actor } from '../../core/access/index.js';
import type { Transaction } from '../../core/database/index.js';
import { notFound, Refusal, violatedConstraint } from '../../core/errors/index.js';
import { SAVED_SEARCH, type SavedSearchRow } from './saved-searches.queries.js';

/**
 * A search of the person, who alone sees it.
 * @throws Refusal `not_found`
 */
export async function ownSearch(tx: Transaction, actor: Actor, id: string): Promise<SavedSearchRow> {
  const values = [actor.organizationId, actor.personId, id];
  const [row] = await tx.query<SavedSearchRow & Record<string, unknown>>(SAVED_SEARCH, values);
  if (!row) throw notFound();
  return row;
}

/** A name taken by another search of the same person, as the refusal of its field. */
export function asTakenName(error: unknown): unknown {
  if (violatedConstraint(error) !== 'saved_searches_name') return error;
  const errors = [{ pointer: '/name', code: 'duplicate', detail: 'Поиск с таким названием у вас уже есть.' }];
  return new Refusal('duplicate', { errors });
}
