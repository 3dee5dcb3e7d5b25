/** Orders of published listings: the newest, those that begin first, those with the most places. */
export const LISTING_SORTS = ['-publishedAt', 'from', '-seats'] as const;

export type ListingSort = (typeof LISTING_SORTS)[number];

/** Groups published listings can be counted by, each count limited to FACET_LIMIT. */
export const LISTING_FACETS = ['type', 'region', 'area', 'level'] as const;

export type ListingFacet = (typeof LISTING_FACETS)[number];
