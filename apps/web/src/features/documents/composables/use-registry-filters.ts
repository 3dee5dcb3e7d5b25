import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
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
  const router = useRouter();
  const filters = computed(() => filtersFromQuery(route.query));

  function trail(): (string | null)[] {
    const state: unknown = history.state;
    const passed = (state as { passed?: unknown } | null)?.passed;
    return Array.isArray(passed) ? (passed as (string | null)[]) : [];
  }

  /** Changes some filters and goes to the first page; typing replaces the entry, choices make a new one. */
  function change(part: Partial<RegistryFilters>, options: { replace?: boolean } = {}): void {
    const query = chosenQuery({ ...filters.value, cursor: null, ...part });
    void (options.replace ? router.replace({ query }) : router.push({ query }));
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
    void router.push({
      query: queryFromFilters({ ...filters.value, cursor }),
      state: { passed: [...trail(), filters.value.cursor] },
    });
  }

  /** The page before this one, or the first when this page came from a link. */
  function previous(): void {
    const passed = trail();
    void router.push({
      query: chosenQuery({ ...filters.value, cursor: passed.at(-1) ?? null }),
      state: { passed: passed.slice(0, -1) },
    });
  }

  return { filters, change, reset, next, previous };
}
