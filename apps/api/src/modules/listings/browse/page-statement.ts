import type { DocumentSide, ListingSort } from '@praktika/contracts';
import { named, type Query } from '../../../core/database/index.js';
import type { ListingsQueryDto } from '../dto/listings-query.dto.js';
import { browsed } from './conditions.js';
import { textSearch } from './text-search.js';

/** The column a page follows for each sort key, with the direction. Ties are broken by the id. */
const SORTS: Readonly<Record<ListingSort, { column: string; type: string; order: 'ASC' | 'DESC' }>> = {
  '-publishedAt': { column: 'published_at', type: 'timestamptz', order: 'DESC' },
  from: { column: 'period_from', type: 'date', order: 'ASC' },
  '-seats': { column: 'seats', type: 'integer', order: 'DESC' },
};

/**
 * A page of published listings after a position. Their ids are found along an index that holds all filters; only the
 * page's own rows are read.
 *
 * @param columns of `listings l` and `organizations o`
 */
export function pageStatement(
  side: DocumentSide,
  query: ListingsQueryDto,
  after: readonly string[] | undefined,
  columns: string,
): Query {
  const { column, type, order } = SORTS[query.sort];
  const values: unknown[] = [];
  const conditions = browsed(side, query, values);
  if (after) {
    const compared = order === 'DESC' ? '<' : '>';
    conditions.add(`(l.${column}, l.id) ${compared} (?::${type}, ?::uuid)`, after[0], after[1]);
  }
  const search = textSearch(query.q, values);
  values.push(query.limit + 1);
  const ordered = `ORDER BY ${column} ${order}, id ${order} LIMIT $${values.length}`;
  const from = (source: string, condition: string) =>
    `(SELECT l.id, l.${column} FROM ${source} WHERE ${condition} ${ordered})`;
  const ids = search
    ? `${from('found JOIN listings l USING (id)', `${conditions.sql} AND ${search.isRare}`)}
       UNION ALL ${from('listings l', `${conditions.sql} AND ${search.isCommon} AND ${search.matches}`)}
       ${ordered}`
    : from('listings l', conditions.sql);
  const text = `WITH ${search ? `${search.found}, ` : ''}page AS MATERIALIZED (${ids})
    SELECT ${columns}, l.${column}::text AS position
      FROM page JOIN listings l ON l.id = page.id JOIN organizations o ON o.id = l.organization_id
     ORDER BY l.${column} ${order}, l.id ${order}`;
  return { statement: named(text), values };
}
