import type { LocationQueryRaw } from 'vue-router';
import type { RegistryView, RegistryViewFilters } from '../../../app/api/models.js';
import {
  apiQueryFromFilters,
  filtersFromQuery,
  queryFromFilters,
  type RegistryFilters,
} from './registry-query.js';

/** The filters of the page as a saved view keeps them. */
export function viewFilters(filters: RegistryFilters): RegistryViewFilters {
  return { sort: filters.sort, ...apiQueryFromFilters({ ...filters, cursor: null }) };
}

/** The page's filters that a saved view stands for. */
export function filtersOfView(view: RegistryView): RegistryFilters {
  const query = Object.fromEntries(
    Object.entries(view.filters).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : String(value),
    ]),
  );
  return { ...filtersFromQuery(query), view: view.id };
}

/** The address that a saved view opens. */
export function queryOfView(view: RegistryView): LocationQueryRaw {
  return queryFromFilters(filtersOfView(view));
}

/** Has the list been narrowed or sorted otherwise since the view was chosen? The page of it does not count. */
export function differsFromView(filters: RegistryFilters, view: RegistryView): boolean {
  const shown = queryFromFilters({ ...filters, cursor: null, view: view.id });
  return JSON.stringify(shown) !== JSON.stringify(queryOfView(view));
}
