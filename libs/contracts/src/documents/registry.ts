/** Direction of a document for the organization that looks: «Входящие» / «Исходящие». */
export const DIRECTIONS = ['INCOMING', 'OUTGOING'] as const;

export type Direction = (typeof DIRECTIONS)[number];

export const DIRECTION_LABELS: Readonly<Record<Direction, string>> = {
  INCOMING: 'Входящие',
  OUTGOING: 'Исходящие',
};

/** Closed set of sort keys of the registry; a leading minus means descending. */
export const REGISTRY_SORTS = ['-updatedAt', 'updatedAt', '-date', 'date', 'waitingSince'] as const;

export type RegistrySort = (typeof REGISTRY_SORTS)[number];

/** Groups the registry can count by, each count limited to FACET_LIMIT. */
export const REGISTRY_FACETS = ['status', 'kind', 'direction'] as const;

export type RegistryFacet = (typeof REGISTRY_FACETS)[number];

/** Counts above this are told as «1000+» (performance.md §3). */
export const FACET_LIMIT = 1000;

/** Page sizes, and the longest search text (reliability.md §2.3). */
export const REGISTRY_LIMITS = { defaultPage: 25, maxPage: 100, search: 200, cursor: 1024 } as const;

/** Saved views: the longest name, how many a person may have, how many partners one may name. */
export const REGISTRY_VIEW_LIMITS = { name: 100, own: 50, partners: 50 } as const;
