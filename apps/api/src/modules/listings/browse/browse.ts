import { Injectable } from '@nestjs/common';
import {
  LISTING_FACET_LIMIT,
  APPLICATION_TYPE_LABELS,
  EDUCATION_LEVEL_LABELS,
  type DocumentSide,
  type ListingFacet,
} from '@praktika/contracts';
import { Database, type Scope } from '../../../core/database/index.js';
import { countDto, Cursors, type CountDto } from '../../../core/http/index.js';
import { knownAreas, REGIONS } from '../../reference-data/index.js';
import type { ListingFacetsDto } from '../dto/listing.dto.js';
import type { ListingsQueryDto } from '../dto/listings-query.dto.js';
import type { ListingSummaryRow } from '../listings.queries.js';
import { countStatement } from './count-statement.js';
import { pageStatement } from './page-statement.js';

/** Whose listings are browsed, under whose row-level security, and what is read of each. */
export interface Browsing {
  readonly scope: Scope;
  readonly side: DocumentSide;
  /** Columns of `listings l` and `organizations o`; a constant. */
  readonly columns: string;
}

/** A page as rows, with the counters that were asked for. */
export interface BrowsedPage<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  readonly counts: { total?: CountDto; facets?: ListingFacetsDto };
}

type CountRow = { readonly total?: number; readonly whole?: boolean } & Partial<
  Record<ListingFacet, Record<string, number>>
>;

const namesOf = (list: readonly { code: string; name: string }[]) =>
  new Map(list.map(({ code, name }) => [code, name]));

const always =
  <Value>(value: Value) =>
  () =>
    value;

/** The values of each group in the order they are shown, with their words. */
const FACET_VALUES: Readonly<Record<ListingFacet, () => ReadonlyMap<string, string>>> = {
  type: always(new Map(Object.entries(APPLICATION_TYPE_LABELS))),
  region: always(namesOf(REGIONS)),
  // the moderator renames them
  area: () => namesOf(knownAreas()),
  level: always(new Map(Object.entries(EDUCATION_LEVEL_LABELS))),
};

/** Published listings: pages by position, limited counts. */
@Injectable()
export class BrowseListings {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `invalid_cursor` for a cursor of another organization or filter */
  async page<Row extends ListingSummaryRow>(
    browsing: Browsing,
    query: ListingsQueryDto,
  ): Promise<BrowsedPage<Row>> {
    const { cursor, limit, facets: _facets, total: _total, ...filter } = query;
    const { scope, side, columns } = browsing;
    const binding = `listings\n${scope.organizationId ?? ''}\n${JSON.stringify(Object.entries(filter).sort())}`;
    const after = cursor === undefined ? undefined : this.cursors.open(cursor, binding);
    const { statement, values } = pageStatement(side, query, after, columns);
    const [rows, counts] = await Promise.all([
      this.database.read<Row & Record<string, unknown>>(scope, statement, values),
      this.counts(browsing, query),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const nextCursor = last ? this.cursors.seal([last.position, last.id], binding) : null;
    return { rows: shown, nextCursor, counts };
  }

  private async counts(
    { scope, side }: Browsing,
    query: ListingsQueryDto,
  ): Promise<BrowsedPage<unknown>['counts']> {
    const facets = query.facets ?? [];
    if (!query.total && facets.length === 0) return {};
    const groups = new Map(facets.map((facet) => [facet, [...FACET_VALUES[facet]().keys()]]));
    const { statement, values } = countStatement(side, query, groups);
    const [row] = await this.database.read<CountRow>(scope, statement, values);
    const whole = row?.whole ?? true;
    return {
      ...(query.total && { total: countDto(row?.total ?? 0, whole) }),
      ...(facets.length > 0 && {
        facets: Object.fromEntries(
          facets.map((facet) => [facet, occurring(facet, row?.[facet] ?? {}, whole)]),
        ),
      }),
    };
  }
}

const occurring = (facet: ListingFacet, counted: Readonly<Record<string, number>>, whole: boolean) =>
  [...FACET_VALUES[facet]()]
    .filter(([value]) => (counted[value] ?? 0) > 0)
    .map(([value, label]) => ({
      value,
      label,
      count: countDto(counted[value] ?? 0, whole, LISTING_FACET_LIMIT),
    }));
