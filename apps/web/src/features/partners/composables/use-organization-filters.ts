import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { usePageQuery } from '../../../app/address/use-page-query.js';
import {
  filtersFromQuery,
  NOTHING_CHOSEN,
  queryFromFilters,
  type OrganizationFilters,
} from '../model/organization-filters.js';

/** The registry's filters live in the address bar: Back, Reload and a colleague's link show the same list. */
export function useOrganizationFilters() {
  const route = useRoute();
  const setQuery = usePageQuery();
  const filters = computed(() => filtersFromQuery(route.query));

  /** Typing replaces the entry of the browser's history, choices make a new one. */
  function change(part: Partial<OrganizationFilters>, options: { replace?: boolean } = {}): void {
    setQuery(queryFromFilters({ ...filters.value, ...part }), options);
  }

  return { filters, change, reset: () => change(NOTHING_CHOSEN) };
}
