import { LISTING_FACET_LIMIT, type DocumentSide, type ListingFacet } from '@praktika/contracts';
import { named, type Query } from '../../../core/database/index.js';
import { limitedCount } from '../../../core/http/index.js';
import type { ListingsQueryDto } from '../dto/listings-query.dto.js';
import { browsed, FACET_COLUMNS } from './conditions.js';
import { COUNTED, textSearch } from './text-search.js';

/**
 * All limited counts of a page in one statement: a column `total` and one column per group, an object of value → count.
 * With a text, a common one is counted among the newest alone; a column `whole` tells whether those were all.
 *
 * @param groups with the values each may have
 */
export function countStatement(
  side: DocumentSide,
  query: ListingsQueryDto,
  groups: ReadonlyMap<ListingFacet, readonly string[]>,
): Query {
  const values: unknown[] = [];
  const search = textSearch(query.q, values);
  const source = search ? 'matching l' : 'listings l';
  const filter = (leaveOut: readonly ListingFacet[] = []) => browsed(side, query, values, leaveOut).sql;
  const columns = query.total ? [`${limitedCount(source, filter())} AS total`] : [];
  for (const [facet, list] of groups) {
    const condition = filter([facet]);
    values.push(list);
    const column = FACET_COLUMNS[facet];
    // a stretch of the column's own index, even of one value: told «=», PostgreSQL takes whichever index it holds for
    // shortest, and goes through all of it for a value that hardly anything has
    const ofValue = search ? `${column} = v` : `${column} BETWEEN v AND v ORDER BY ${column}`;
    const count = limitedCount(source, `${condition} AND ${ofValue}`, LISTING_FACET_LIMIT);
    columns.push(
      `(SELECT json_object_agg(v, ${count}) FROM unnest($${values.length}::text[]) v) AS ${facet}`,
    );
  }
  if (!search) return { statement: named(`SELECT ${columns.join(',\n  ')}`), values };
  const condition = filter([...groups.keys()]);
  // as a value: PostgreSQL then expects a part of the rows to do, and follows their order instead of sorting them all
  values.push(COUNTED);
  const text = `WITH ${search.found},
    stretch AS MATERIALIZED (SELECT * FROM listings l WHERE ${condition} AND ${search.isCommon}
      ORDER BY l.published_at DESC, l.id DESC LIMIT $${values.length}),
    matching AS MATERIALIZED (
      SELECT l.* FROM found JOIN listings l USING (id) WHERE ${condition} AND ${search.isRare}
      UNION ALL SELECT * FROM stretch l WHERE ${search.matches})
    SELECT ${[...columns, `(SELECT count(*) < $${values.length} FROM stretch) AS whole`].join(',\n  ')}`;
  return { statement: named(text), values };
}
