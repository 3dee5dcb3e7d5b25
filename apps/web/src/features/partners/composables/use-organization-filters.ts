import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import {
  filtersFromQuery,
  NOTHING_CHOSEN,
  queryFromFilters,
  type OrganizationFilters,
} from '../model/organization-filters.js';

/** The registry's filters live in the address bar: Back, Reload and a colleague's link show the same list. */
export function useOrganizationFilters() {
  const route = useRoute();
  const router = useRouter();
  const filters = computed(() => filtersFromQuery(route.query));

  /** Typing replaces the entry of the browser's history, choices make a new one. */
  function change(part: Partial<OrganizationFilters>, options: { replace?: boolean } = {}): void {
    const query = queryFromFilters({ ...filters.value, ...part });
    void (options.replace ? router.replace({ query }) : router.push({ query }));
  }

  return { filters, change, reset: () => change(NOTHING_CHOSEN) };
}
