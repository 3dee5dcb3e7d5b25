import type { ListingResponseAction } from '@praktika/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type { ListingResponse, NewListingResponse } from '../../../app/api/models.js';
import type { ListingResponseQuery, paths } from '../../../app/api/paths.js';

/** «Отклики», page after page. */
export function useResponses(query: MaybeRefOrGetter<ListingResponseQuery>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['listing-responses', toValue(query)]),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/listing-responses', {
          params: { query: { ...toValue(query), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function useResponse(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['listing-response', toValue(id)]),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/listing-responses/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });
}

export function useResponseHistory(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['listing-response', toValue(id), 'history']),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/listing-responses/{id}/history', { params: { path: { id: toValue(id) } }, signal })),
  });
}

/** «Отправить» of a response. */
export function respondToListing(listingId: string, body: NewListingResponse): Promise<ListingResponse> {
  const params = { path: { id: listingId }, header: idempotencyKey() };
  return unwrap(api.POST('/listings/{id}/responses', { params, body }));
}

type ActionPath = Extract<keyof paths, `/listing-responses/{id}/actions/${string}`>;
type ActionBody = paths[ActionPath]['post']['requestBody'];

/**
 * Carries out a button for the version on the screen.
 * @throws ApiError 409 when somebody was faster, 412 for a stale version, 422 with the fields at fault
 */
export function actOnResponse(
  { id, version }: Pick<ListingResponse, 'id' | 'version'>,
  action: ListingResponseAction,
  body: object = {},
): Promise<ListingResponse> {
  const path = `/listing-responses/{id}/actions/${action}` as ActionPath;
  return unwrap<ListingResponse>(
    api.POST(path, {
      params: { path: { id }, header: { ...ifMatch(version), ...idempotencyKey() } },
      body: body as ActionBody & Record<string, never>,
    }),
  );
}

/** Puts fresh cards where every screen reads them; an accepted response makes a partner and an application. */
export function useResponseCache() {
  const queries = useQueryClient();
  const stale = (...keys: string[]) => {
    for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
  };
  return {
    put(response: ListingResponse): void {
      queries.setQueryData(['listing-response', response.id], response);
      void queries.invalidateQueries({ queryKey: ['listing-response', response.id, 'history'] });
      stale('listing-responses', 'listings', 'listing', 'partners', 'applications');
    },
    refresh(id: string): void {
      void queries.invalidateQueries({ queryKey: ['listing-response', id] });
      stale('listing-responses');
    },
  };
}
