import { otherLayout } from '@praktika/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { api, unwrap } from '../../../app/api/client.js';
import { apiQueryFromFilters } from '../model/registry-query.js';
import { useRegistryFilters } from './use-registry-filters.js';

/**
 * For a search that has found nothing: what the text would be in the other keyboard layout, when that finds
 * something under the same filters, and the way there.
 */
export function useOtherLayout() {
  const { filters, change } = useRegistryFilters();
  const twin = computed(() => otherLayout(filters.value.q));
  const query = computed(() => apiQueryFromFilters({ ...filters.value, q: twin.value, cursor: null }));
  const { data } = useQuery({
    queryKey: computed(() => ['documents', 'other-layout', query.value]),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/documents', { params: { query: { ...query.value, limit: 1 } }, signal })),
    enabled: computed(() => twin.value !== filters.value.q),
  });
  const meant = computed(() => (data.value?.items.length ? twin.value : ''));
  const take = () => change({ q: meant.value });
  return { meant, take };
}
