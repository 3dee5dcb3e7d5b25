import type { ExportColumn } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { harmlessSql } from '../../core/csv/index.js';
import type { Statement } from '../../core/database/index.js';
import { matchingRows, type RegistrySelection } from '../documents/index.js';
import { sourceOf } from './columns.js';

/** A statement with its values, for COPY alone. */
interface CopiedQuery {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** How many documents match. */
export function countStatement({ organizationId }: Actor, selection: RegistrySelection): CopiedQuery {
  const { head, from, where, values } = matchingRows(organizationId, selection);
  const text = `${head} SELECT count(*) FROM ${from} WHERE ${where}`;
  return { statement: { name: 'exports.count', text }, values };
}

/**
 * The rows of a table, in the registry's order.
 *
 * @param harmless whether what people wrote must not look like a formula: for a file that does not tell texts apart
 */
export function rowsStatement(
  { organizationId, timeZone }: Actor,
  selection: RegistrySelection,
  columns: readonly ExportColumn[],
  { harmless }: { readonly harmless: boolean },
): CopiedQuery {
  const { head, from, where, order, values } = matchingRows(organizationId, selection);
  const zone = `$${values.push(timeZone)}`;
  const list = columns.map((column) => {
    const { sql, free } = sourceOf(column);
    return harmless && free ? harmlessSql(sql) : sql.replace('$zone', zone);
  });
  const text =
    `${head} SELECT ${list.join(', ')} FROM ${from} LEFT JOIN organizations p ON p.id = e.partner_id ` +
    `WHERE ${where} ORDER BY ${order}`;
  return { statement: { name: 'exports.rows', text }, values };
}
