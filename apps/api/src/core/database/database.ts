import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DatabaseError, type Pool, type PoolClient, type QueryResultRow } from 'pg';
import type { Actor } from '../access/actor.js';
import { Clock } from '../clock/index.js';
import { Refusal } from '../errors/refusal.js';
import { copyOut } from './copy-out.js';
import { runPrepared, scopeQuery } from './prepared-query.js';

/** Injection token of the connection pool (the one TypeORM uses too). */
export const POOL = Symbol('Pool');

/** A named statement: PostgreSQL plans it once per connection. Its text is a constant, never put together. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A running transaction in which row-level security already knows the actor. */
export interface Transaction {
  query<Row extends QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/** Whom row-level security lets through: an organization, a person, or both. */
export type Scope = Pick<Partial<Actor>, 'organizationId' | 'personId' | 'claim'>;

/** Requests that may wait for a connection before further ones are told to come back (admission control). */
const MAX_WAITING = 200;

/**
 * The only door to PostgreSQL. Every read and every transaction names the actor, and the settings that row-level
 * security reads live exactly as long as that transaction (reliability.md §4.7).
 */
@Injectable()
export class Database {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs one statement whose scope is among its arguments: the functions of sign-in and of the document engine.
   * @throws Refusal `unavailable`, `overloaded`
   */
  call<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return this.once((client) => runPrepared<Row>(client, statement, values));
  }

  /** Reads rows under row-level security in one network round trip; a statement that writes is refused. */
  read<Row extends QueryResultRow>(
    scope: Scope,
    statement: Statement,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return this.once((client) => runPrepared<Row>(client, statement, values, scope));
  }

  /**
   * Runs work in one transaction under row-level security; an idempotency claim of the scope is written with it,
   * so a command under a key happens once.
   */
  async transaction<Result>(scope: Scope, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    this.admit();
    const client = await this.pool.connect();
    try {
      await Promise.all([client.query('BEGIN'), client.query(scopeQuery(scope))]);
      const tx = transactionOf(client);
      if (scope.claim) await writeClaim(tx, scope, this.clock.now());
      const result = await work(tx);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await settle(client);
      throw error;
    }
  }

  /**
   * Runs scheduled work that crosses organizations as the role `praktika_jobs`. For core/jobs, core/events and the
   * jobs of modules only; a request never comes here.
   */
  async asJobs<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN; SET LOCAL ROLE praktika_jobs');
      const result = await work(transactionOf(client));
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await settle(client);
      throw error;
    }
  }

  /**
   * Streams all rows of a statement as `COPY … TO STDOUT` writes them, under row-level security: nothing of them is
   * gathered here, and a slow reader slows PostgreSQL down. Work that throws ends the statement.
   *
   * @param options of COPY, such as `FORMAT csv`; a constant
   */
  copyOut<Result>(
    scope: Scope,
    statement: Statement,
    values: readonly unknown[],
    options: string,
    work: (output: Readable) => Promise<Result>,
  ): Promise<Result> {
    return copyOut(this.pool.options, scope, statement, values, options, work);
  }

  /** Is the database there? For readiness. */
  async ping(): Promise<void> {
    await this.pool.query('SELECT 1');
  }

  /** One statement that is its own transaction; one that PostgreSQL refused leaves its connection as it was. */
  private async once<Result>(run: (client: PoolClient) => Promise<Result>): Promise<Result> {
    this.admit();
    const client = await this.pool.connect();
    try {
      const result = await run(client);
      client.release();
      return result;
    } catch (error) {
      client.release(isRefusedStatement(error) ? undefined : asError(error));
      throw error;
    }
  }

  private admit(): void {
    if (this.pool.waitingCount < MAX_WAITING) return;
    throw new Refusal('overloaded', { headers: { 'retry-after': '1' } });
  }
}

function transactionOf(client: PoolClient): Transaction {
  return {
    query: async <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []) => {
      const result = await client.query<Row>({ ...statement, values: [...values] });
      return result.rows;
    },
  };
}

/** Ends what may still be open and gives the connection back, or throws it away when even that fails. */
async function settle(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch (error) {
    client.release(asError(error));
  }
}

/** PostgreSQL refused one statement and goes on serving the connection. */
const isRefusedStatement = (error: unknown) => error instanceof DatabaseError && error.severity === 'ERROR';

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const CLAIM: Statement = {
  name: 'idempotency.claim',
  text: `INSERT INTO idempotency_keys (scope, key, organization_id, operation, request_hash, created_at)
         VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6)`,
};

async function writeClaim(tx: Transaction, { claim, organizationId }: Scope, at: Date): Promise<void> {
  if (!claim) return;
  await tx.query(CLAIM, [claim.scope, claim.key, organizationId ?? null, claim.operation, claim.hash, at]);
}
