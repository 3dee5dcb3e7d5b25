import type { RegistryFacet } from '@praktika/contracts';
import { Conditions } from '../../../core/database/index.js';
import type { RegistryQueryDto } from '../dto/registry.dto.js';

/** What a filter is made for: without the groups whose own counts are asked for, as a part of a larger statement. */
interface FilterOptions {
  readonly leaveOut?: readonly RegistryFacet[];
  readonly values?: unknown[];
}

/** The filter of a query, over `registry_entries e`. The text searched for is no part of it (see text-search.ts). */
export function filterOf(
  organizationId: string,
  query: RegistryQueryDto,
  { leaveOut = [], values }: FilterOptions = {},
): Conditions {
  const filter = new Conditions(values).add('e.organization_id = ?', organizationId);
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
