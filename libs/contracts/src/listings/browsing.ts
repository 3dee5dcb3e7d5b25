/** Orders of published listings: the newest, those that begin first, those with the most places. */
export const LISTING_SORTS = ['-publishedAt', 'from', '-seats'] as const;

export type ListingSort = (typeof LISTING_SORTS)[number];

/** A count of one value of a group goes no further: every region has hundreds. */
export const LISTING_FACET_LIMIT = 100;

/** Groups published listings can be counted by, each count limited to LISTING_FACET_LIMIT. */
export const LISTING_FACETS = ['type', 'region', 'area', 'level'] as const;

export type ListingFacet = (typeof LISTING_FACETS)[number];
