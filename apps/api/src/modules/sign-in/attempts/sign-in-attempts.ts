import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { Refusal } from '../../../core/errors/index.js';
import { ATTEMPTS_REMEMBERED_MS, lockedUntil, NEWEST_FAILURES } from './attempt-limits.js';
import {
  ACCOUNT_FAILURES,
  ADDRESS_FAILURES,
  FORGET_ATTEMPT,
  LOCK_ACCOUNT,
  RECORD_ATTEMPT,
} from './attempts.queries.js';

/** An attempt that counts as failed until it succeeds. */
export interface Attempt {
  readonly id: number;
  readonly emailHash: Buffer;
  readonly ip: string;
}

/**
 * Counts attempts to prove a password, of known and unknown accounts alike. An attempt is recorded as failed before
 * the password is checked, so that parallel guesses cannot pass the limit together.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `too_many_attempts` with Retry-After; the refused attempt is not counted */
  async begin(email: string, ip: string): Promise<Attempt> {
    const emailHash = createHash('sha256').update(email.toLowerCase()).digest();
    const now = this.clock.now();
    const since = new Date(now.getTime() - ATTEMPTS_REMEMBERED_MS);
    return this.database.transaction({}, async (tx) => {
      await tx.query(LOCK_ACCOUNT, [emailHash]);
      const account = await tx.query<{ at: string }>(ACCOUNT_FAILURES, [
        emailHash,
        since,
        NEWEST_FAILURES.account,
      ]);
      const address = await tx.query<{ at: string }>(ADDRESS_FAILURES, [ip, since, NEWEST_FAILURES.address]);
      const until = lockedUntil(account.map(instant), address.map(instant), now);
      if (until) throw tooManyAttempts(until, now);
      const [row] = await tx.query<{ id: number }>(RECORD_ATTEMPT, [emailHash, ip, false, now]);
      return { id: row!.id, emailHash, ip };
    });
  }

  /** The password was right: earlier failures of the account no longer count. */
  async succeed({ id, emailHash, ip }: Attempt): Promise<void> {
    await this.database.transaction({}, async (tx) => {
      await tx.query(FORGET_ATTEMPT, [id]);
      await tx.query(RECORD_ATTEMPT, [emailHash, ip, true, this.clock.now()]);
    });
  }
}

const instant = (row: { at: string }) => new Date(row.at);

function tooManyAttempts(until: Date, now: Date): Refusal {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  return new Refusal('too_many_attempts', {
    detail: `Повторите через ${Math.ceil(seconds / 60)} мин.`,
    headers: { 'retry-after': String(seconds) },
  });
}
