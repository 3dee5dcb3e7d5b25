import { createHash } from 'node:crypto';
import type pg from 'pg';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Tables whose rows belong to nobody: anybody's sign-in attempt is counted there. */
const NOBODYS = new Set(['sign_in_attempts']);

/** Every row of the database as text, by table. */
export interface Dump {
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

/**
 * What somebody has asked for, in their own words: it may name what is nobody's, or somebody else's, and binds no rows
 * to each other. What came of it is looked at where it is asked for.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  operations: ['input'],
  operation_items: ['document_id', 'input', 'cms'],
  saved_searches: ['filters', 'conditions'],
};

/** Reads every row there is, past row-level security. */
export async function dump(owner: pg.Client): Promise<Dump> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      ORDER BY relname`,
  );
  const rows = new Map<string, string[]>();
  for (const { name } of tables.filter((table) => !NOBODYS.has(table.name))) {
    const words = WORDS[name];
    const row = words ? '(to_jsonb(t) - $1::text[])' : 't';
    const statement = `SELECT ${row}::text AS line FROM ${owner.escapeIdentifier(name)} t ORDER BY 1`;
    const { rows: lines } = await owner.query<{ line: string }>(statement, words ? [words] : []);
    rows.set(
      name,
      lines.map(({ line }) => line),
    );
  }
  return { rows };
}

/** Rows that name none of the ids, one hash per table: to compare two dumps by. */
export function hashesWithout(ids: ReadonlySet<string>, { rows }: Dump): Record<string, string> {
  return Object.fromEntries(
    [...rows].map(([table, lines]) => {
      const kept = lines.filter((line) => !idsIn(line).some((id) => ids.has(id)));
      return [table, `${kept.length} ${createHash('sha256').update(kept.join('\n')).digest('hex')}`];
    }),
  );
}

/** Rows that name ids of both sets: none may exist between strangers. */
export function rowsBetween(one: ReadonlySet<string>, other: ReadonlySet<string>, { rows }: Dump): string[] {
  return [...rows].flatMap(([table, lines]) =>
    lines
      .filter((line) => idsIn(line).some((id) => one.has(id)) && idsIn(line).some((id) => other.has(id)))
      .map((line) => `${table}: ${line}`),
  );
}

/** Every id that rows naming one of the seeds carry, and so on: all a pair owns. */
export function idsAround(seeds: ReadonlySet<string>, { rows }: Dump): Set<string> {
  const ids = new Set(seeds);
  for (let before = 0; before !== ids.size;) {
    before = ids.size;
    for (const line of [...rows.values()].flat()) {
      const own = idsIn(line);
      if (own.some((id) => ids.has(id))) own.forEach((id) => ids.add(id));
    }
  }
  return ids;
}

export const idsIn = (text: string): readonly string[] => text.match(UUID) ?? [];
