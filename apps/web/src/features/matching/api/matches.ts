import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, unwrap } from '../../../app/api/client.js';

/** What fits the caller's organization, or one of its own listings, best first. */
export function useMatches(listingId: MaybeRefOrGetter<string | undefined>, limit: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: computed(() => ['matches', toValue(listingId) ?? 'organization', toValue(limit)]),
    queryFn: async ({ signal }) => {
      const id = toValue(listingId);
      const query = { limit: toValue(limit) };
      const answer = id
        ? api.GET('/listings/{id}/matches', { params: { path: { id }, query }, signal })
        : api.GET('/matches', { params: { query }, signal });
      return (await unwrap(answer)).items;
    },
  });
}
