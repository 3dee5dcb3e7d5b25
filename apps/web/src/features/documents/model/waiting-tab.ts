import type { RegistryFilters } from './registry-query.js';

/** «Требуют обработки»: whatever waits for this organization, incoming and outgoing alike. */
export function isWaitingTab(filters: RegistryFilters): boolean {
  return filters.waitingForMe && filters.direction === null;
}

/**
 * The filters under which the numbers of the other tabs are counted: on «Требуют обработки» those of the directions,
 * elsewhere that of «Требуют обработки».
 */
export function otherTabsOf(filters: RegistryFilters): RegistryFilters {
  return { ...filters, direction: null, waitingForMe: !isWaitingTab(filters), cursor: null };
}
