import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { Statement, Transaction } from '../database/index.js';

/** An entry of the one append-only table of typed entries (domain.md §8.8). */
export interface HistoryEntry {
  readonly type: string;
  readonly objectType?: string;
  readonly objectId?: string;
  /** May the other party of the object read it too. */
  readonly shared?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
  readonly payload?: object;
}

const APPEND: Statement = {
  name: 'history.append',
  text: `INSERT INTO history_entries (id, at, organization_id, person_id, token_id, person_name, organization_name,
           object_type, object_id, type, shared, from_status, to_status, reason, payload, ip, request_id)
         SELECT $1, $2, $3, $4, $5,
           (SELECT concat_ws(' ', surname, given_name, patronymic) FROM people WHERE id = $4),
           (SELECT coalesce(short_name, full_name) FROM organizations WHERE id = $3),
           $6, $7, $8, $9, $10, $11, $12, $13, $14, $15`,
};

/** Adds an entry to the actor's journal inside a running transaction. */
export async function appendHistory(
  tx: Transaction,
  actor: Pick<Actor, 'personId' | 'requestId' | 'ip'> & Partial<Actor>,
  at: Date,
  entry: HistoryEntry,
): Promise<void> {
  await tx.query(APPEND, [
    uuidv7(),
    at,
    actor.organizationId ?? null,
    actor.personId,
    actor.tokenId ?? null,
    entry.objectType ?? null,
    entry.objectId ?? null,
    entry.type,
    entry.shared ?? false,
    entry.from ?? null,
    entry.to ?? null,
    entry.reason ?? null,
    JSON.stringify(entry.payload ?? {}),
    actor.ip,
    actor.requestId,
  ]);
}
