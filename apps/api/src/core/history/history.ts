import type { Actor } from '../access/actor.js';
import type { Statement, Transaction } from '../database/index.js';
import { newId } from '../ids/index.js';

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
    newId(),
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

const APPEND_ALL: Statement = {
  name: 'history.append-all',
  text: `INSERT INTO history_entries (id, at, organization_id, person_id, token_id, person_name, organization_name,
           object_type, object_id, type, shared, from_status, to_status, reason, payload, ip, request_id)
         SELECT e.id, $1, $2, $3, $4,
           (SELECT concat_ws(' ', surname, given_name, patronymic) FROM people WHERE id = $3),
           (SELECT coalesce(short_name, full_name) FROM organizations WHERE id = $2),
           e."objectType", e."objectId", e.type, coalesce(e.shared, false), e."from", e."to", e.reason,
           coalesce(e.payload, '{}'), $5, $6
           FROM jsonb_to_recordset($7::jsonb) AS e (id uuid, "objectType" text, "objectId" uuid, type text,
             shared boolean, "from" text, "to" text, reason text, payload jsonb)`,
};

/** Adds many entries to the actor's journal by one statement. */
export async function appendAll(
  tx: Transaction,
  actor: Actor,
  at: Date,
  entries: readonly HistoryEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(APPEND_ALL, [
    at,
    actor.organizationId,
    actor.personId,
    actor.tokenId ?? null,
    actor.ip,
    actor.requestId,
    JSON.stringify(entries.map((entry) => ({ ...entry, id: newId() }))),
  ]);
}

const RECENT_EDIT: Statement = {
  name: 'history.recent-edit',
  text: `SELECT 1 FROM (SELECT type, person_id, at FROM history_entries
            WHERE object_id = $1 ORDER BY at DESC, id DESC LIMIT 1) last
          WHERE last.type = 'updated' AND last.person_id = $2 AND last.at > $3::timestamptz - interval '10 minutes'`,
};

/** Adds an edit, unless the last entry is this person's own edit of the last ten minutes: they coalesce (domain.md §8.7). */
export async function appendEdit(
  tx: Transaction,
  actor: Actor,
  at: Date,
  object: { readonly objectType: string; readonly objectId: string },
  fields: readonly string[],
): Promise<void> {
  const recent = await tx.query(RECENT_EDIT, [object.objectId, actor.personId, at]);
  if (recent.length > 0) return;
  await appendHistory(tx, actor, at, { ...object, type: 'updated', payload: { fields: [...fields].sort() } });
}
