import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/index.js';
import { Clock } from '../../core/clock/index.js';
import { Database } from '../../core/database/index.js';
import { apiTokenDto, type ApiTokensDto } from './api-tokens.dto.js';
import { API_TOKENS, TOKENS_LIMIT, type ApiTokenRow } from './api-tokens.queries.js';

/** Reads of the organization's API tokens. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<ApiTokensDto> {
    const values = [actor.organizationId, TOKENS_LIMIT];
    const rows = await this.database.read<ApiTokenRow>(actor, API_TOKENS, values);
    const now = this.clock.now();
    return { items: rows.map((row) => apiTokenDto(row, now)) };
  }
}
