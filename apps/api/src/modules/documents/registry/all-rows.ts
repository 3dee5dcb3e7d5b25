import type { RegistryQueryDto } from '../dto/registry.dto.js';
import { filterOf } from './filter.js';
import { SORT_COLUMNS } from './page-statement.js';
import { textSearch } from './text-search.js';

/** What narrows and sorts the registry, without a place in it. */
export type RegistrySelection = Omit<RegistryQueryDto, 'limit' | 'cursor' | 'facets' | 'total'>;

/** All rows of the registry that match, as pieces of a statement. */
export interface MatchingRows {
  /** What the statement begins with; empty when nothing is searched for. */
  readonly head: string;
  /** For FROM: rows of `registry_entries` under the name `e`. */
  readonly from: string;
  readonly where: string;
  readonly order: string;
  /** Values the pieces number; what the statement adds comes after them. */
  readonly values: unknown[];
}

/** The rows `GET /documents` would show page after page, in its order. */
export function matchingRows(organizationId: string, selection: RegistrySelection): MatchingRows {
  const { column, descending } = SORT_COLUMNS[selection.sort];
  const direction = descending ? 'DESC' : 'ASC';
  const { sql, values } = filterOf(organizationId, selection as RegistryQueryDto);
  const order = `e.${column} ${direction}, e.document_id ${direction}`;
  const search = textSearch(selection.q, values);
  if (!search) return { head: '', from: 'registry_entries e', where: sql, order, values };
  const { found, isRare, isCommon, matches } = search;
  const from =
    `(SELECT e.* FROM found e WHERE ${isRare}\n` +
    `UNION ALL SELECT e.* FROM registry_entries e WHERE ${sql} AND ${isCommon} AND ${matches}) e`;
  return { head: `WITH ${found}`, from, where: sql, order, values };
}
