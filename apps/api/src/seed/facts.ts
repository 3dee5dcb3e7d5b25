import type { ClientBase } from 'pg';

/** What the installation knows of itself, each written once (see the migration). */
export interface Facts {
  /** The demo's organizations and people are in the database. */
  readonly 'demo.organizations': object;
  /** Every document of the demo has reached its status. */
  readonly 'demo.documents': { readonly count: number };
  /** Every listing of the demo has reached its status, and every response to one. */
  readonly 'demo.market': { readonly count: number };
  /** The set-up link of an empty installation; `usedAt` is written by `complete_setup`. */
  readonly setup: { readonly tokenHash: string; readonly usedAt?: string };
}

/** Reads a fact; undefined while it is not one. @param client connection of the owner */
export async function readFact<Name extends keyof Facts>(
  client: ClientBase,
  name: Name,
): Promise<Facts[Name] | undefined> {
  const { rows } = await client.query<{ value: Facts[Name] }>(
    'SELECT value FROM installation_facts WHERE name = $1',
    [name],
  );
  return rows[0]?.value;
}

/** Writes a fact, or its newer value. */
export async function writeFact<Name extends keyof Facts>(
  client: ClientBase,
  name: Name,
  value: Facts[Name],
  at: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO installation_facts (name, value, at) VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at`,
    [name, JSON.stringify(value), at],
  );
}
