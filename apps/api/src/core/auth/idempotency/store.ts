import { Injectable } from '@nestjs/common';
import type { Actor, IdempotencyClaim } from '../../access/index.js';
import { Clock } from '../../clock/index.js';
import { Database, type Statement } from '../../database/index.js';
import { Refusal } from '../../errors/index.js';

/** The stored answer of a command; `secret` when it was shown once and not kept. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly secret: boolean;
}

type ClaimingActor = Actor & { readonly claim: IdempotencyClaim };

interface StoredClaim {
  readonly same: boolean;
  readonly status: number | null;
  readonly body: { readonly answer: unknown } | null;
  readonly created_at: string;
}

/** After this a first request without an answer is not running any more: it died after its commit. */
const LONGEST_FLIGHT_MS = 30_000;

const FIND: Statement = {
  name: 'idempotency.find',
  text: `SELECT operation = $3 AND request_hash = decode($4, 'hex') AS same, status, body, created_at
           FROM idempotency_keys WHERE scope = $1 AND key = $2`,
};

const FILL: Statement = {
  name: 'idempotency.fill',
  text: `UPDATE idempotency_keys SET status = $3, body = $4 WHERE scope = $1 AND key = $2 AND status IS NULL`,
};

/**
 * Answers kept for repeated keys (reliability.md T27). The claim's row is written by the command's own transaction,
 * so it exists exactly when the effect does; this store only reads it and adds the answer.
 */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer to repeat; undefined when the key is new.
   * @throws Refusal `idempotency_key_reused` for another request under the key, `idempotency_in_progress` while the
   *   first has no answer yet
   */
  async find(actor: ClaimingActor): Promise<StoredAnswer | undefined> {
    const { scope, key, operation, hash } = actor.claim;
    const values = [scope, key, operation, hash];
    const [row] = await this.database.read<StoredClaim>(scopeOf(actor), FIND, values);
    if (!row) return undefined;
    if (!row.same) throw new Refusal('idempotency_key_reused');
    if (row.status === null) throw this.unanswered(row.created_at);
    return { status: row.status, body: row.body?.answer, secret: row.body === null };
  }

  /** Keeps the answer of a command that has committed; of a secret answer only that there was one. */
  async fill(actor: ClaimingActor, { status, body, secret }: StoredAnswer): Promise<void> {
    const kept = secret ? null : JSON.stringify({ answer: body ?? null });
    await this.database.transaction(scopeOf(actor), (tx) =>
      tx.query(FILL, [actor.claim.scope, actor.claim.key, status, kept]),
    );
  }

  private unanswered(createdAt: string): Refusal {
    const lost = this.clock.now().getTime() - Date.parse(createdAt) > LONGEST_FLIGHT_MS;
    return lost
      ? new Refusal('idempotency_in_progress', {
          detail: 'Первый запрос с этим ключом выполнен, но его ответ утрачен: прочитайте объект заново',
        })
      : new Refusal('idempotency_in_progress', { headers: { 'retry-after': '1' } });
  }
}

/** The scope without its claim: reading and filling are not commands of their own. */
const scopeOf = ({ organizationId, personId }: Actor) => ({ organizationId, personId });
