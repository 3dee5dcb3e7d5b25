import type { DocumentSide, ListingFacet } from '@praktika/contracts';
import { Conditions } from '../../../core/database/index.js';
import { expandDistricts } from '../../reference-data/index.js';
import type { ListingsQueryDto } from '../dto/listings-query.dto.js';

/** The column of `listings l` each group counts by. */
export const FACET_COLUMNS: Readonly<Record<ListingFacet, string>> = {
  type: 'l.type',
  region: 'l.region_code',
  area: 'l.area_code',
  level: 'l.level',
};

/**
 * Which published listings a query asks for, over `listings l`. The text searched for is no part of it.
 *
 * @param side whose listings are browsed
 * @param leaveOut groups that are counted without their own filter
 */
export function browsed(
  side: DocumentSide,
  query: ListingsQueryDto,
  values: unknown[],
  leaveOut: readonly ListingFacet[] = [],
): Conditions {
  const conditions = new Conditions(values).add(`l.status = 'PUBLISHED'`).add('l.side = ?', side);
  const lists: Readonly<Record<ListingFacet, readonly string[] | undefined>> = {
    type: query.type,
    region: expandDistricts(query.regionCode),
    area: query.areaCode,
    level: query.level,
  };
  for (const [facet, list] of Object.entries(lists) as [ListingFacet, readonly string[] | undefined][]) {
    if (!leaveOut.includes(facet)) conditions.among(FACET_COLUMNS[facet], 'text', list);
  }
  conditions.among('l.profession_id', 'uuid', query.professionId);
  conditions.among('l.organization_id', 'uuid', query.organizationId);
  // the two periods have a day in common
  if (query.from) conditions.add('l.period_to >= ?::date', query.from);
  if (query.to) conditions.add('l.period_from <= ?::date', query.to);
  return conditions;
}
