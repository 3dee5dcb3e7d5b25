import type { Actor } from '../../../core/access/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { appendAll } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import type { EntryType } from '../../reference-data/index.js';
import type { ValidRow, WrittenRow } from '../import-target.js';

/** An entry of a directory that rows mean: where it stands and what it says. */
export interface HeldEntry<Content> {
  readonly key: string;
  readonly id: string;
  readonly content: Content;
}

/** An entry as it is to stand. */
export interface NextEntry<Content> extends HeldEntry<Content> {
  readonly isNew: boolean;
}

/** How rows of one list of reference data are found again, and what they make of an entry. */
export interface Directory<Value, Content extends { readonly name: string }> {
  readonly type: EntryType;
  keyOf(value: Value): string;
  /** The entries that these mean, kept from others until the transaction ends. */
  hold(tx: Transaction, meant: ReadonlyMap<string, Value>): Promise<readonly HeldEntry<Content>[]>;
  /** What a row makes of the entry; what it says nothing of stays as it was. */
  next(value: Value, present: Content | undefined): Content;
  write(tx: Transaction, entries: readonly NextEntry<Content>[], now: Date): Promise<void>;
}

interface Standing<Content> {
  readonly id: string;
  readonly before: Content | undefined;
  readonly now: Content;
}

/**
 * Writes a part of an import into a directory: entries are added, brought up to date, or left as they are, and the
 * journal says what was what. The same entry twice is as the last row says.
 */
export async function writeDirectory<Value, Content extends { readonly name: string }>(
  directory: Directory<Value, Content>,
  tx: Transaction,
  actor: Actor,
  at: Date,
  rows: readonly ValidRow<Value>[],
): Promise<readonly WrittenRow[]> {
  const meant = new Map(rows.map(({ value }) => [directory.keyOf(value), value]));
  const held = await directory.hold(tx, meant);
  const standing = new Map<string, Standing<Content>>(
    held.map(({ key, id, content }) => [key, { id, before: content, now: content }]),
  );
  const written = rows.map((row) => settle(directory, standing, row));
  const changed = [...standing].flatMap(([key, { id, before, now }]) => {
    const changes = before && changesOf(before, now);
    return before && !changes ? [] : [{ key, id, content: now, isNew: !before, changes }];
  });
  if (changed.length > 0) await directory.write(tx, changed, at);
  await appendAll(
    tx,
    actor,
    at,
    changed.map(({ id, content, changes }) => ({
      type: `${directory.type}.${changes ? 'updated' : 'added'}`,
      objectType: directory.type,
      objectId: id,
      payload: { name: content.name, ...changes },
    })),
  );
  return written;
}

/** Notes what a row says. */
function settle<Value, Content extends { readonly name: string }>(
  directory: Directory<Value, Content>,
  standing: Map<string, Standing<Content>>,
  { number, value }: ValidRow<Value>,
): WrittenRow {
  const key = directory.keyOf(value);
  const present = standing.get(key);
  const now = directory.next(value, present?.now);
  const id = present?.id ?? newId();
  standing.set(key, { id, before: present?.before, now });
  if (!present) return { number, outcome: 'CREATED', targetId: id };
  return { number, outcome: changesOf(present.now, now) ? 'UPDATED' : 'UNCHANGED', targetId: id };
}

/** The members that differ by their old and new values; undefined when none does. */
function changesOf<Content extends object>(
  before: Content,
  after: Content,
): { before: object; after: object } | undefined {
  const members = (Object.keys(after) as (keyof Content)[]).filter(
    (member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]),
  );
  if (members.length === 0) return undefined;
  const only = (content: Content) => Object.fromEntries(members.map((member) => [member, content[member]]));
  return { before: only(before), after: only(after) };
}
