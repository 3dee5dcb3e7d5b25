import { named, type Query } from '../../../core/database/index.js';
import { PUBLIC_COLUMNS } from '../organization-columns.js';
import { filterOf, type OrganizationSelection } from './organization-filter.js';
import { organizationSearch } from './organization-search.js';

/** The name and id of the last row of the page before. */
export interface Position {
  readonly name: string;
  readonly id: string;
}

/**
 * One page of a registry by full name, one row more than asked for when there is a next page.
 *
 * @param organizationId who looks
 */
export function pageStatement(
  organizationId: string,
  selection: OrganizationSelection,
  after: Position | undefined,
  limit: number,
): Query {
  const values: unknown[] = [organizationId];
  const search = organizationSearch(selection.q, selection.side, values);
  const below = after
    ? ` AND (o.full_name, o.id) > ($${values.push(after.name)}::text, $${values.push(after.id)}::uuid)`
    : '';
  const condition = filterOf(selection, values) + below;
  const rows = `$${values.push(limit + 1)}`;
  const ordered = `ORDER BY o.full_name, o.id LIMIT ${rows}`;
  if (!search) {
    const text = `SELECT ${PUBLIC_COLUMNS} FROM organizations o WHERE ${condition} ${ordered}`;
    return { statement: named(text), values };
  }
  const sql = [
    `WITH ${search.found},`,
    `page AS ((SELECT o.id FROM found JOIN organizations o ON o.id = found.id`,
    `    WHERE ${search.isRare} AND ${condition} ${ordered})`,
    `  UNION ALL (SELECT o.id FROM organizations o`,
    `    WHERE ${search.isCommon} AND ${condition} AND ${search.matches} ${ordered}))`,
    `SELECT ${PUBLIC_COLUMNS} FROM page JOIN organizations o ON o.id = page.id ${ordered}`,
  ];
  return { statement: named(sql.join('\n')), values };
}
