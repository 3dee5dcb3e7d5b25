import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, unwrap } from '../../../app/api/client.js';
import type { ProfessionQuery } from '../../../app/api/paths.js';

/** «Справочник профессий», page after page. */
export function useProfessions(query: MaybeRefOrGetter<ProfessionQuery>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['professions', toValue(query)]),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/professions', {
          params: { query: { ...toValue(query), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function useProfession(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['profession', toValue(id)]),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/professions/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });
}
