import type { Direction } from '@praktika/contracts';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, unwrap } from '../../../app/api/client.js';
import type { Count, DocumentPage } from '../../../app/api/models.js';
import { apiQueryFromFilters, type RegistryFilters } from '../model/registry-query.js';
import { isWaitingTab, otherTabsOf } from '../model/waiting-tab.js';

/** The numbers beside the tabs of the registry, each counted under the filters its tab leads to. */
export type TabCounts = Partial<Record<Direction | 'waiting', Count>>;

/** @param page the page shown, which has counted its own tab and, off «Требуют обработки», the directions */
export function useTabCounts(
  filters: MaybeRefOrGetter<RegistryFilters>,
  page: MaybeRefOrGetter<DocumentPage | undefined>,
) {
  const query = computed(() => apiQueryFromFilters(otherTabsOf(toValue(filters))));
  const { data: others } = useQuery({
    queryKey: computed(() => ['documents', 'tabs', query.value]),
    queryFn: ({ signal }): Promise<DocumentPage> =>
      unwrap(
        api.GET('/documents', {
          params: { query: { ...query.value, limit: 1, total: true, facets: ['direction'] } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return computed<TabCounts>(() => {
    const own = toValue(page);
    const [waiting, rest] = isWaitingTab(toValue(filters)) ? [own, others.value] : [others.value, own];
    return {
      ...rest?.facets?.direction,
      ...(waiting?.total ? { waiting: waiting.total } : {}),
    };
  });
}
