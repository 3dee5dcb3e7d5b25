import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, unwrap } from '../../../app/api/client.js';
import { useSession } from '../../../app/session/session-store.js';

function fetchPage(unreadOnly: boolean, cursor: string | null, signal: AbortSignal) {
  return unwrap(
    api.GET('/notifications', {
      params: { query: { ...(unreadOnly ? { unread: true } : {}), ...(cursor ? { cursor } : {}) } },
      signal,
    }),
  );
}

export function useLatestNotifications() {
  return useQuery({
    queryKey: ['notifications', 'latest'],
    queryFn: ({ signal }) => fetchPage(false, null, signal),
  });
}

/** The bell's list, page by page. */
export function useNotifications(unreadOnly: MaybeRefOrGetter<boolean>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['notifications', 'list', toValue(unreadOnly)]),
    queryFn: ({ pageParam, signal }) => fetchPage(toValue(unreadOnly), pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Marks one or all as read for this person; the bell's number follows at once. */
export function useMarkRead() {
  const queries = useQueryClient();
  const session = useSession();
  const settle = () => {
    void queries.invalidateQueries({ queryKey: ['notifications'] });
    void session.refresh();
  };
  const one = useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST('/notifications/{id}/actions/read', { params: { path: { id } } })),
    onSuccess: settle,
  });
  const all = useMutation({
    mutationFn: () => unwrap(api.POST('/notifications/actions/read-all')),
    onSuccess: settle,
  });
  return { one, all };
}
