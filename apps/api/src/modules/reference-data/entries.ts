import type { Actor } from '../../core/access/index.js';
import type { Transaction } from '../../core/database/index.js';
import { notFound, Refusal } from '../../core/errors/index.js';
import { appendHistory } from '../../core/history/index.js';
import { staleVersion } from '../../core/lifecycle/index.js';

/** A code of an address as it may be asked for. @throws Refusal `not_found` for what no entry can have */
export function codeOf(address: string): string {
  if (!/^[\d.]{2,8}$/.test(address)) throw notFound();
  return address;
}

/** A row of reference data: kept in its table for good, taken out of use by `archivedAt`. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly archivedAt: string | Date | null;
  readonly version: number;
}

/** What the moderator changes; `archived` takes the entry out of use or back. */
export type EntryChanges<Row> = { readonly [Member in keyof Row]?: Row[Member] | undefined } & {
  readonly archived?: boolean | undefined;
};

export type EntryType = 'professional_area' | 'specialty' | 'profession';

/** How one list of reference data reads and writes its rows. */
export interface EntryTable<Row extends Entry> {
  readonly type: EntryType;
  /** The present row, kept from others until the transaction ends; undefined when there is none. */
  readonly hold: (tx: Transaction) => Promise<Row | undefined>;
  readonly write: (tx: Transaction, next: Row, now: Date) => Promise<Row>;
}

/**
 * An edit by the moderator: the version is checked, what has changed goes into the journal by its old and new value.
 * @throws Refusal `not_found`, `precondition_failed`
 */
export async function editEntry<Row extends Entry>(
  tx: Transaction,
  actor: Actor,
  now: Date,
  { type, hold, write }: EntryTable<Row>,
  version: number,
  { archived, ...members }: EntryChanges<Row>,
): Promise<Row> {
  const present = await hold(tx);
  if (!present) throw notFound();
  if (present.version !== version) throw staleVersion(present.version);
  const wanted = { ...members, ...archivedAt(present, archived, now) };
  const changed = Object.entries(wanted).filter(
    ([member, value]) => value !== undefined && !isSame(present[member as keyof Row], value),
  );
  if (changed.length === 0) return present;
  const next = await write(tx, { ...present, ...Object.fromEntries(changed) }, now);
  const before = Object.fromEntries(changed.map(([member]) => [member, present[member as keyof Row]]));
  const payload = { name: next.name, before, after: Object.fromEntries(changed) };
  await appendHistory(tx, actor, now, {
    type: `${type}.updated`,
    objectType: type,
    objectId: next.id,
    payload,
  });
  return next;
}

/** Writes a new entry into the journal. */
export function noteAdded(
  tx: Transaction,
  actor: Actor,
  now: Date,
  type: EntryType,
  row: Entry,
): Promise<void> {
  const payload = { name: row.name };
  return appendHistory(tx, actor, now, {
    type: `${type}.added`,
    objectType: type,
    objectId: row.id,
    payload,
  });
}

/** 409: there is one already, and which. */
export const existing = (pointer: string, detail: string, found: object | undefined): Refusal =>
  new Refusal('duplicate', {
    detail,
    errors: [{ pointer, code: 'duplicate', detail }],
    extras: { existing: found ?? null },
  });

function archivedAt(
  { archivedAt: present }: Entry,
  archived: boolean | undefined,
  now: Date,
): Partial<Entry> {
  if (archived === undefined || archived === (present !== null)) return {};
  return { archivedAt: archived ? now : null };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
