export * from './profile.js';
export * from './rank.js';
export * from './reasons.js';

/** How many matches one answer lists. */
export const MATCH_LIMITS = { usual: 10, most: 50 } as const;
