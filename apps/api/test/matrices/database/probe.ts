import type pg from 'pg';

/** Two organizations that have nothing to do with each other, as rows of the database. */
export interface Probe {
  /** A connection as the application, outside any transaction of its own. */
  readonly app: pg.Client;
  readonly owner: pg.Client;
  /** Organization A, whose rows nobody else may get. */
  readonly own: Ids;
  /** Organization B: the stranger. */
  readonly stranger: Ids;
}

export interface Ids {
  readonly organizationId: string;
  readonly personId: string;
  readonly email: string;
  readonly sessionId: string;
  readonly tokenId: string;
  /** A document sent by A to its partner; B's own for B. */
  readonly documentId: string;
  readonly sentFileId: string;
  readonly draftFileId: string;
}

/** What a function with more than the application's rights may let out, and the proof that it lets out no more. */
export interface DefinerCase {
  readonly scopedBy: string;
  readonly check: (probe: Probe) => Promise<void>;
}

/** The instant of what a case does. */
export const NOW = '2026-09-07T09:00:00Z';

export const rowsOf = async (client: pg.Client, text: string, values: unknown[]) =>
  (await client.query<Record<string, unknown>>(text, values)).rows;

/** Runs a statement under the scope of an organization. */
export async function scoped(
  client: pg.Client,
  organizationId: string,
  text: string,
  values: unknown[] = [],
) {
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.organization', $1, true)`, [organizationId]);
  const rows = await rowsOf(client, text, values);
  await client.query('COMMIT');
  return rows;
}
