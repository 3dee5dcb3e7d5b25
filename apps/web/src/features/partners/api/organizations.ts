import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, unwrap } from '../../../app/api/client.js';
import type { DirectoryEntry, Invitation } from '../../../app/api/models.js';
import type { OrganizationQuery } from '../../../app/api/paths.js';

/** A registry of organizations, page after page; the first page tells the counts. */
export function useOrganizationRegistry(query: MaybeRefOrGetter<OrganizationQuery>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['organizations', toValue(query)]),
    queryFn: ({ pageParam, signal }) => {
      const place = pageParam ? { cursor: pageParam } : { counts: true };
      return unwrap(
        api.GET('/organizations', { params: { query: { ...toValue(query), ...place } }, signal }),
      );
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Does a query find anything at all? Asked for the other keyboard layout. */
export function useFindsAnything(query: MaybeRefOrGetter<OrganizationQuery>, enabled: () => boolean) {
  const { data } = useQuery({
    queryKey: computed(() => ['organizations', 'any', toValue(query)]),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations', { params: { query: { ...toValue(query), limit: 1 } }, signal })),
    enabled: computed(enabled),
  });
  return computed(() => (data.value?.items.length ?? 0) > 0);
}

/** The public part of an organization. */
export function useOrganizationCard(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['organizations', 'card', toValue(id)]),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });
}

/** «Пригласить в систему». @throws ApiError `duplicate` within thirty days, `validation_failed` without an address */
export function inviteOrganization(id: string, email: string): Promise<Invitation> {
  return unwrap(
    api.POST('/organizations/{id}/invitations', {
      params: { path: { id }, header: idempotencyKey() },
      body: email ? { email } : {},
    }),
  );
}

/** @throws ApiError `not_found` for an ИНН the register does not know, `invalid_parameter` for a wrong one */
export function findByInn(inn: string): Promise<DirectoryEntry> {
  return unwrap(api.GET('/organizations/by-inn', { params: { query: { inn } } }));
}

/** Has the registries asked for anew: an organization was invited or applied to. */
export function useOrganizationsCache() {
  const queries = useQueryClient();
  return { refresh: () => void queries.invalidateQueries({ queryKey: ['organizations'] }) };
}
