import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database, type Statement } from '../database/index.js';
import { defineJob } from './job-kind.js';
import { Jobs } from './jobs.js';

const PURGE = defineJob({ name: 'core.purge', queue: 'schedule', schedule: '20 3 * * *', atStart: true });

const DAY_MS = 24 * 3600 * 1000;

/** Rows one transaction removes at most. */
const BATCH = 10_000;

/** What is removed once it is older than its days; values: before when, how many at most. */
const RULES: readonly { readonly what: string; readonly days: number; readonly statement: Statement }[] = [
  {
    // an idempotency key is kept for 72 hours (reliability.md T27)
    what: 'idempotency keys',
    days: 3,
    statement: {
      name: 'purge.idempotency-keys',
      text: `DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
               SELECT ctid FROM idempotency_keys WHERE created_at < $1 LIMIT $2)) RETURNING 1`,
    },
  },
  {
    what: 'sign-in attempts',
    days: 7,
    statement: {
      name: 'purge.sign-in-attempts',
      text: `DELETE FROM sign_in_attempts WHERE ctid = ANY (ARRAY(
               SELECT ctid FROM sign_in_attempts WHERE at < $1 LIMIT $2)) RETURNING 1`,
    },
  },
  {
    // with their items; the files they have made are gone long before (operations/result-sweep.ts)
    what: 'operations',
    days: 30,
    statement: {
      name: 'purge.operations',
      text: `DELETE FROM operations WHERE ctid = ANY (ARRAY(
               SELECT ctid FROM operations WHERE created_at < $1 LIMIT $2)) RETURNING 1`,
    },
  },
  {
    what: 'sessions',
    days: 30,
    statement: {
      name: 'purge.sessions',
      text: `DELETE FROM sessions WHERE ctid = ANY (ARRAY(
               SELECT ctid FROM sessions WHERE expires_at < $1 LIMIT $2)) RETURNING 1`,
    },
  },
];

/** Removes, once a day and in small transactions, what has outlived its use. Documents and history never go. */
@Injectable()
export class Purge implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(PURGE, async () => void (await this.run()));
  }

  /** How many rows of each sort were removed. */
  async run(): Promise<Record<string, number>> {
    const removed: Record<string, number> = {};
    for (const { what, days, statement } of RULES) {
      const before = new Date(this.clock.now().getTime() - days * DAY_MS);
      removed[what] = 0;
      for (let batch = BATCH; batch === BATCH; removed[what] += batch) {
        batch = (await this.database.asJobs((tx) => tx.query(statement, [before, BATCH]))).length;
      }
    }
    return removed;
  }
}
