import { Injectable } from '@nestjs/common';
import { Passwords, type CookieSession } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { Refusal } from '../../../core/errors/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import { SignInAttempts } from '../attempts/sign-in-attempts.js';
import { END_SURPLUS_SESSIONS, JOURNAL_FAILURE, OPEN_SESSION, RENEW_HASH } from '../sign-in.commands.js';
import { ACCOUNT_BY_EMAIL, type AccountRow } from '../sign-in.queries.js';
import { SignedInView, type SignedIn } from '../signed-in.view.js';

/** Absolute length of a session (reliability.md §1.2). */
const SESSION_MS = 12 * 60 * 60 * 1000;
/** Sessions a person may have at once (reliability.md §2.3). */
const SESSIONS_AT_ONCE = 10;

/** Where a sign-in comes from. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string | undefined;
  readonly requestId: string;
}

/**
 * Opens a session for an e-mail and a password. Unknown, blocked and without a password all look like a wrong
 * password, in the answer and in the work done (reliability.md T19). With exactly one organization the session is
 * scoped at once.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly view: SignedInView,
  ) {}

  /** @throws Refusal `invalid_credentials`, `too_many_attempts` */
  async run(
    email: string,
    password: string,
    origin: Origin,
  ): Promise<{ session: CookieSession; answer: SignedIn }> {
    const attempt = await this.attempts.begin(email, origin.ip);
    const [account] = await this.database.call<AccountRow>(ACCOUNT_BY_EMAIL, [email]);
    const fits = await this.passwords.verify(account?.password_hash, password);
    if (!account || !fits || account.blocked_at !== null) {
      await this.journalFailure(account, origin);
      throw new Refusal('invalid_credentials');
    }
    await this.attempts.succeed(attempt);
    await this.renewHash(account, password);
    const answer = await this.view.of(account.id, null);
    const { organizations } = answer;
    const organizationId = organizations.length === 1 ? organizations[0]!.id : null;
    const session = await this.open(account.id, organizationId, origin);
    return { session, answer: { ...answer, organizationId } };
  }

  private async open(
    personId: string,
    organizationId: string | null,
    origin: Origin,
  ): Promise<CookieSession> {
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + SESSION_MS);
    const session = { id: newId(), organizationId, createdAt, expiresAt };
    const { ip, requestId } = origin;
    const userAgent = origin.userAgent?.slice(0, 300) ?? null;
    const scope = { personId, organizationId: organizationId ?? undefined };
    await this.database.transaction(scope, async (tx) => {
      await tx.query(OPEN_SESSION, [
        session.id,
        personId,
        organizationId,
        createdAt,
        expiresAt,
        ip,
        userAgent,
      ]);
      await tx.query(END_SURPLUS_SESSIONS, [personId, createdAt, SESSIONS_AT_ONCE]);
      await appendHistory(tx, { ...scope, personId, requestId, ip }, createdAt, { type: 'session.opened' });
    });
    return session;
  }

  private async journalFailure(account: AccountRow | undefined, { ip, requestId }: Origin): Promise<void> {
    const reason = account ? (account.blocked_at === null ? 'wrong_password' : 'blocked') : 'unknown_account';
    const values = [newId(), this.clock.now(), account?.id ?? null, reason, ip, requestId];
    await this.database.transaction({ personId: account?.id }, (tx) => tx.query(JOURNAL_FAILURE, values));
  }

  /** The password is at hand only now: a hash made with older parameters is made anew. */
  private async renewHash({ id, password_hash: stored }: AccountRow, password: string): Promise<void> {
    if (stored === null || !this.passwords.isOutdated(stored)) return;
    const renewed = await this.passwords.hash(password);
    await this.database.transaction({ personId: id }, (tx) => tx.query(RENEW_HASH, [id, renewed, stored]));
  }
}
