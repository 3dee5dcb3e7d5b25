import pg from 'pg';

/** Two starts at once must not seed at once; the number is this product's own. */
const SEED_LOCK = 7_236_146;

/**
 * Runs work on one connection of the owner, alone: another seed waits until this one ends.
 * @param url address of the database as its owner
 */
export async function asOwner<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [SEED_LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** All or nothing. */
export async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
