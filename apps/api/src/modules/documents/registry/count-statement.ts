import { FACET_LIMIT, type RegistryFacet } from '@praktika/contracts';
import { named, type Query } from '../../../core/database/index.js';
import type { RegistryQueryDto } from '../dto/registry.dto.js';
import { filterOf } from './filter.js';
import { COUNTED_ROWS, textSearch } from './text-search.js';

/** Rows that match, counted up to the limit: nobody waits for an exact number of thousands. */
const limitedCount = (source: string, condition: string) =>
  `(SELECT count(*) FROM (SELECT FROM ${source} e WHERE ${condition} LIMIT ${FACET_LIMIT + 1}) counted)`;

const FACET_COLUMN: Readonly<Record<RegistryFacet, string>> = {
  status: 'e.status',
  kind: 'e.kind',
  direction: 'e.direction',
};

/** What is to be counted: everything that matches, and groups with the values each may have. */
export interface Counting {
  readonly total: boolean;
  readonly groups: ReadonlyMap<RegistryFacet, readonly string[]>;
}

/**
 * All limited counts of a page in one statement, one index probe per value: a column `total` and one column per
 * group, an object of value → count. A group is counted without its own filter.
 *
 * With a search text rows are found once and counted there. A common text is counted in a stretch of the registry
 * alone; a column `whole` tells whether that was all of it.
 */
export function countStatement(
  organizationId: string,
  query: RegistryQueryDto,
  { total, groups }: Counting,
): Query {
  const values: unknown[] = [];
  const search = textSearch(query.q, values);
  const source = search ? 'matching' : 'registry_entries';
  const filter = (leaveOut: readonly RegistryFacet[] = []) =>
    filterOf(organizationId, query, { leaveOut, values }).sql;
  const columns = total ? [`${limitedCount(source, filter())} AS total`] : [];
  for (const [facet, list] of groups) {
    const condition = filter([facet]);
    values.push(list);
    const count = limitedCount(source, `${condition} AND ${FACET_COLUMN[facet]} = v`);
    columns.push(
      `(SELECT json_object_agg(v, ${count}) FROM unnest($${values.length}::text[]) v) AS ${facet}`,
    );
  }
  if (!search) return { statement: named(`SELECT ${columns.join(',\n  ')}`), values };
  const condition = filter([...groups.keys()]);
  // as a value: PostgreSQL then expects a part of the rows to do, and follows their order instead of sorting them all
  values.push(COUNTED_ROWS);
  const sql = [
    `WITH ${search.found},`,
    `stretch AS MATERIALIZED (SELECT * FROM registry_entries e`,
    `  WHERE ${condition} AND ${search.isCommon}`,
    `  ORDER BY e.updated_at DESC, e.document_id DESC LIMIT $${values.length}),`,
    `matching AS MATERIALIZED (SELECT * FROM found WHERE ${search.isRare}`,
    `  UNION ALL SELECT * FROM stretch e WHERE ${search.matches})`,
    `SELECT ${[...columns, `(SELECT count(*) < $${values.length} FROM stretch) AS whole`].join(',\n  ')}`,
  ];
  return { statement: named(sql.join('\n')), values };
}
