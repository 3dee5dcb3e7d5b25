import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { Cursors } from '../../core/http/index.js';
import type {
  ListingResponseDto,
  ListingResponseHistoryDto,
  ListingResponsesPageDto,
  ListingResponsesQueryDto,
} from './dto/response.dto.js';
import { ResponseStore } from './engine/response-store.js';
import { VisibleResponse } from './engine/visible-response.js';
import { cardOf, historyLineOf, rowOf, type ResponseHistoryRow } from './response.view.js';
import { RESPONSE_HISTORY, RESPONSES, type ResponseRow } from './responses.queries.js';

/** A position above every response. */
const TOP = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** Reads of responses: the list, the card, its timeline. */
@Injectable()
export class ListingResponses {
  constructor(
    private readonly database: Database,
    private readonly store: ResponseStore,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `invalid_cursor` for a cursor of another organization or filter */
  async page(actor: Actor, query: ListingResponsesQueryDto): Promise<ListingResponsesPageDto> {
    const { cursor, limit, ...filter } = query;
    const { organizationId } = actor;
    const binding = `listing-responses\n${organizationId}\n${JSON.stringify(Object.entries(filter).sort())}`;
    const place = cursor === undefined ? TOP : this.cursors.open(cursor, binding);
    const { direction = null, status = null, listingId = null } = query;
    const values = [organizationId, direction, status, listingId, ...place, limit + 1];
    const rows = await this.database.read<ResponseRow>(actor, RESPONSES, values);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => rowOf(new VisibleResponse(row, actor))),
      nextCursor: last ? this.cursors.seal([last.position, last.id], binding) : null,
    };
  }

  async card(actor: Actor, id: string): Promise<ListingResponseDto> {
    return cardOf(await this.store.read(actor, id));
  }

  async history(actor: Actor, id: string): Promise<ListingResponseHistoryDto> {
    const { row } = await this.store.read(actor, id);
    const values = [row.id, actor.organizationId];
    const rows = await this.database.read<ResponseHistoryRow>(actor, RESPONSE_HISTORY, values);
    return { items: rows.map(historyLineOf) };
  }
}
