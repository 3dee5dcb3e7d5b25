import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import { appendActorEvent } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { REVOKE_TOKEN } from '../api-tokens.commands.js';
import { apiTokenDto, type ApiTokenDto } from '../api-tokens.dto.js';
import { API_TOKEN, type ApiTokenRow } from '../api-tokens.queries.js';

/** Revokes a token: it is refused from the next request on. Revoking it again changes nothing. */
@Injectable()
export class RevokeApiToken {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found` */
  async run(actor: Actor, id: string): Promise<ApiTokenDto> {
    const now = this.clock.now();
    const { organizationId, personId } = actor;
    return this.database.transaction(actor, async (tx) => {
      const revoked = await tx.query(REVOKE_TOKEN, [organizationId, id, now, personId]);
      const [row] = await tx.query<ApiTokenRow>(API_TOKEN, [organizationId, id]);
      if (!row) throw notFound();
      if (revoked.length > 0) {
        const type = 'api_token.revoked';
        const payload = { name: row.name, lastFour: row.last_four };
        await appendHistory(tx, actor, now, { type, objectType: 'api_token', objectId: id, payload });
        await appendActorEvent(tx, actor, now, {
          type,
          objectType: 'api_token',
          objectId: id,
          after: payload,
        });
      }
      return apiTokenDto(row, now);
    });
  }
}
