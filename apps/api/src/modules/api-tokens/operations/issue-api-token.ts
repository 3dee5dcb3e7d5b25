import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { describeApiToken, hashApiToken, makeApiToken } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { Refusal } from '../../../core/errors/index.js';
import { appendActorEvent } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import { COUNT_ACTIVE, ISSUE_TOKEN, LOCK_ORGANIZATION } from '../api-tokens.commands.js';
import { apiTokenDto, type IssueApiTokenDto, type IssuedApiTokenDto } from '../api-tokens.dto.js';
import { API_TOKEN, type ApiTokenRow } from '../api-tokens.queries.js';

/** Tokens of an organization that hold at once (reliability.md §2.3). */
const TOKENS_AT_ONCE = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * «Получить API-токен»: the only answer that ever holds the token; PostgreSQL keeps its SHA-256. The token is its
 * issuer's: it never exceeds what that person may do, and ends with their work for the organization.
 */
@Injectable()
export class IssueApiToken {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `invalid_state` when the organization has its twenty tokens */
  async run(actor: Actor, input: IssueApiTokenDto): Promise<IssuedApiTokenDto> {
    const token = makeApiToken();
    const id = newId();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + input.expiresInDays * DAY_MS);
    const { prefix, lastFour } = describeApiToken(token);
    return this.database.transaction(actor, async (tx) => {
      await refuseBeyondLimit(tx, actor, now);
      const { organizationId, personId } = actor;
      const { name, scopes } = input;
      const hash = hashApiToken(token);
      const values = [id, organizationId, name, hash, prefix, lastFour, scopes, personId, now, expiresAt];
      await tx.query(ISSUE_TOKEN, values);
      const payload = { name, scopes, expiresAt: expiresAt.toISOString(), lastFour };
      const type = 'api_token.issued';
      await appendHistory(tx, actor, now, { type, objectType: 'api_token', objectId: id, payload });
      await appendActorEvent(tx, actor, now, { type, objectType: 'api_token', objectId: id, after: payload });
      const [row] = await tx.query<ApiTokenRow>(API_TOKEN, [organizationId, id]);
      return { token, apiToken: apiTokenDto(row!, now) };
    });
  }
}

async function refuseBeyondLimit(tx: Transaction, { organizationId }: Actor, now: Date): Promise<void> {
  await tx.query(LOCK_ORGANIZATION, [organizationId]);
  const [row] = await tx.query<{ active: number }>(COUNT_ACTIVE, [organizationId, now]);
  if (row && row.active < TOKENS_AT_ONCE) return;
  throw new Refusal('invalid_state', {
    detail: `У организации уже ${TOKENS_AT_ONCE} действующих токенов: отзовите ненужный`,
  });
}
