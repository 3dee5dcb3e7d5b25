import type { RegistryFacet } from '@praktika/contracts';
import type { RegistryQueryDto } from '../dto/registry.dto.js';

/** The condition of a registry query: constant pieces of SQL joined by AND, and the values they number. */
export class RegistryFilter {
  private readonly pieces: string[] = [];

  /** @param values of the statement; filters of one statement share them */
  constructor(
    organizationId: string,
    readonly values: unknown[] = [],
  ) {
    this.add('e.organization_id = ?', organizationId);
  }

  /** Adds a piece; its `?` becomes the number of the value. */
  add(piece: string, ...values: readonly unknown[]): this {
    let text = piece;
    for (const value of values) {
      this.values.push(value);
      text = text.replace('?', `$${this.values.length}`);
    }
    this.pieces.push(text);
    return this;
  }

  /** One value is an equality (an index keeps the page's order), several are ANY. */
  among(column: string, type: string, list: readonly string[] | undefined): this {
    if (list === undefined || list.length === 0) return this;
    if (list.length === 1) return this.add(`${column} = ?::${type}`, list[0]);
    return this.add(`${column} = ANY (?::${type}[])`, list);
  }

  /** The condition so far, as SQL over `registry_entries e`. */
  get sql(): string {
    return this.pieces.join(' AND ');
  }
}

/** What a filter is made for: without the groups whose own counts are asked for, as a part of a larger statement. */
interface FilterOptions {
  readonly leaveOut?: readonly RegistryFacet[];
  readonly values?: unknown[];
}

/** The filter of a query. The text searched for is no part of it (see text-search.ts). */
export function filterOf(
  organizationId: string,
  query: RegistryQueryDto,
  { leaveOut = [], values }: FilterOptions = {},
): RegistryFilter {
  const filter = new RegistryFilter(organizationId, values);
  if (query.direction && !leaveOut.includes('direction')) filter.add('e.direction = ?', query.direction);
  if (!leaveOut.includes('kind')) filter.among('e.kind', 'text', query.kind);
  if (!leaveOut.includes('status')) filter.among('e.status', 'text', query.status);
  filter.among('e.partner_id', 'uuid', query.partnerId);
  if (query.parentId) filter.add('e.parent_id = ?', query.parentId);
  if (query.waitingForMe === true || query.sort === 'waitingSince') filter.add('e.waiting_since IS NOT NULL');
  if (query.waitingForMe === false) filter.add('e.waiting_since IS NULL');
  if (query.dateFrom) filter.add('e.document_date >= ?::date', query.dateFrom);
  if (query.dateTo) filter.add('e.document_date <= ?::date', query.dateTo);
  return filter;
}
