import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { usePageQuery } from '../../../app/address/use-page-query.js';
import {
  chosenQuery,
  DEFAULT_SORT,
  EVERYTHING,
  filtersFromQuery,
  queryFromFilters,
  type RegistryFilters,
} from '../model/registry-query.js';

/**
 * The registry's filters live in the address bar and nowhere else: Back, Reload and a colleague's link show the
 * same list. Any change starts from the first page. Cursors already passed travel in the history entry's state.
 */
export function useRegistryFilters() {
  const route = useRoute();
  const setQuery = usePageQuery();
  const filters = computed(() => filtersFromQuery(route.query));

  function trail(): (string | null)[] {
    const state: unknown = history.state;
    const passed = (state as { passed?: unknown } | null)?.passed;
    return Array.isArray(passed) ? (passed as (string | null)[]) : [];
  }

  /** Changes some filters and goes to the first page; typing replaces the entry, choices make a new one. */
  function change(part: Partial<RegistryFilters>, options: { replace?: boolean } = {}): void {
    setQuery(chosenQuery({ ...filters.value, cursor: null, ...part }), options);
  }

  function reset(): void {
    change({
      kinds: [],
      statuses: [],
      partnerId: null,
      parentId: null,
      waitingForMe: false,
      dateFrom: '',
      dateTo: '',
      q: '',
      sort: DEFAULT_SORT,
      view: EVERYTHING,
    });
  }

  function next(cursor: string): void {
    setQuery(queryFromFilters({ ...filters.value, cursor }), {
      state: { passed: [...trail(), filters.value.cursor] },
    });
  }

  /** The page before this one, or the first when this page came from a link. */
  function previous(): void {
    const passed = trail();
    setQuery(chosenQuery({ ...filters.value, cursor: passed.at(-1) ?? null }), {
      state: { passed: passed.slice(0, -1) },
    });
  }

  return { filters, change, reset, next, previous };
}
