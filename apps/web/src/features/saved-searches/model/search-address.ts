import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router';
import type { SavedSearchFilters } from '../../../app/api/models.js';

/** Where the list of published listings stands with these filters: members of the API's query, lists by commas. */
export function searchAddress(filters: SavedSearchFilters): RouteLocationRaw {
  const members = Object.entries(filters).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? value.join(',') : value,
  ]);
  return { path: '/marketplace/requests', query: Object.fromEntries(members) as LocationQueryRaw };
}
