import { LISTING_FACETS } from '@praktika/contracts';
import type { ListingQuery } from '../../../app/api/paths.js';

/** A page of published listings. Only the first one counts: the counts of the others would be the same. */
export const counted = (query: ListingQuery, cursor: string): ListingQuery =>
  cursor ? { ...query, cursor } : { ...query, facets: [...LISTING_FACETS], total: true };
