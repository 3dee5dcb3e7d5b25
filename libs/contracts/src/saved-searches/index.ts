/** Limits of saved searches: length of a name, searches of one person, ids in one filter, listings a message names. */
export const SAVED_SEARCH_LIMITS = { name: 100, own: 20, ids: 50, listed: 20 } as const;

/** The local hour from which the daily message about new listings goes out. */
export const SAVED_SEARCH_HOUR = 9;
