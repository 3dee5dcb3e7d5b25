import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/index.js';
import { Clock } from '../../core/clock/index.js';
import { Database } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';
import { Cursors } from '../../core/http/index.js';
import { validate as isUuid } from 'uuid';
import { BrowseListings } from './browse/browse.js';
import { patternOf } from './browse/text-search.js';
import type { ListingContactsDto } from './dto/listing-input.dto.js';
import type {
  ListingDto,
  ListingHistoryDto,
  ListingsPageDto,
  OwnListingsPageDto,
  PublicListingDto,
  PublicListingsPageDto,
} from './dto/listing.dto.js';
import type { ListingsQueryDto, OwnListingsQueryDto } from './dto/listings-query.dto.js';
import { ListingStore } from './engine/listing-store.js';
import { VisibleListing } from './engine/visible-listing.js';
import { historyLineOf, type ListingHistoryRow } from './history.view.js';
import { cardOf, publicOf, rowOf } from './listing.view.js';
import {
  LISTING_HISTORY,
  OWN_LISTINGS,
  PUBLIC_LISTING,
  PUBLIC_ROW_COLUMNS,
  ROW_COLUMNS,
  type ListingRow,
  type ListingSummaryRow,
} from './listings.queries.js';

/** A position above every listing. */
const TOP = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** Reads of listings: the lists, the card, its contacts and timeline. */
@Injectable()
export class Listings {
  constructor(
    private readonly database: Database,
    private readonly browse: BrowseListings,
    private readonly store: ListingStore,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** Published listings of the other side: an employer reads needs, everybody else reads places. */
  async page(actor: Actor, query: ListingsQueryDto): Promise<ListingsPageDto> {
    const side = actor.side === 'EMPLOYER' ? ('EDUCATION' as const) : ('EMPLOYER' as const);
    const browsing = { scope: actor, side, columns: ROW_COLUMNS };
    const { rows, nextCursor, counts } = await this.browse.page<ListingRow>(browsing, query);
    const now = this.clock.now();
    return { items: rows.map((row) => rowOf(new VisibleListing(row, actor, now))), nextCursor, ...counts };
  }

  /** Published places, for anybody. */
  async publicPage(query: ListingsQueryDto): Promise<PublicListingsPageDto> {
    const browsing = { scope: {}, side: 'EMPLOYER', columns: PUBLIC_ROW_COLUMNS } as const;
    const { rows, nextCursor, counts } = await this.browse.page<ListingSummaryRow>(browsing, query);
    return { items: rows.map(publicOf), nextCursor, ...counts };
  }

  /** @throws Refusal `invalid_cursor` for a cursor of another organization or filter */
  async own(actor: Actor, query: OwnListingsQueryDto): Promise<OwnListingsPageDto> {
    const { cursor, limit, ...filter } = query;
    const binding = `own-listings\n${actor.organizationId}\n${JSON.stringify(Object.entries(filter).sort())}`;
    const [at, id] = cursor === undefined ? TOP : this.cursors.open(cursor, binding);
    const { type = null, areaCode = null, status = null, q } = query;
    const values = [actor.organizationId, type, areaCode, status, patternOf(q) ?? null, q ?? '', at, id];
    const rows = await this.database.read<ListingRow>(actor, OWN_LISTINGS, [...values, limit + 1]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const now = this.clock.now();
    return {
      items: shown.map((row) => rowOf(new VisibleListing(row, actor, now))),
      nextCursor: last ? this.cursors.seal([last.position, last.id], binding) : null,
    };
  }

  async card(actor: Actor, id: string): Promise<ListingDto> {
    return cardOf(await this.store.read(actor, id));
  }

  /** @throws Refusal `not_found` for what is no published place */
  async publicCard(id: string): Promise<PublicListingDto> {
    const [row] = isUuid(id) ? await this.database.read<ListingSummaryRow>({}, PUBLIC_LISTING, [id]) : [];
    if (!row) throw notFound();
    return publicOf(row);
  }

  /** «Показать контакты» (manual §14.1). */
  async contacts(actor: Actor, id: string): Promise<ListingContactsDto> {
    const { row } = await this.store.read(actor, id);
    return row.contacts;
  }

  /** The timeline is the organization's own. */
  async history(actor: Actor, id: string): Promise<ListingHistoryDto> {
    await this.store.readOwn(actor, id);
    const values = [id, actor.organizationId];
    const rows = await this.database.read<ListingHistoryRow>(actor, LISTING_HISTORY, values);
    return { items: rows.map(historyLineOf) };
  }
}
