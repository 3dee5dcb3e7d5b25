import { patternOf } from '../listings/index.js';
import { expandDistricts } from '../reference-data/index.js';
import type { SavedSearchFiltersDto } from './saved-searches.dto.js';

/** A search as it is kept. */
export interface StoredSearch {
  /** JSON of what is narrowed, each value once. */
  readonly filters: string;
  /** JSON of the same as the daily message asks it. */
  readonly conditions: string;
}

/** The filters as they are kept: only what is narrowed. */
export function storedSearch(filters: SavedSearchFiltersDto): StoredSearch {
  const { q, regionCode, ...rest } = filters;
  const pattern = patternOf(q);
  return {
    filters: JSON.stringify(narrowed({ ...filters })),
    conditions: JSON.stringify(narrowed({ ...rest, regionCode: expandDistricts(regionCode), pattern })),
  };
}

const narrowed = (members: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(members)
      .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? [...new Set(value)] : value])
      .filter(([, value]) => !isNothing(value)),
  );

const isNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
