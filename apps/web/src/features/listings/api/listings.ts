import type { ListingAction } from '@praktika/contracts';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type { Listing, ListingDraft } from '../../../app/api/models.js';
import type { ListingQuery, OwnListingQuery } from '../../../app/api/paths.js';
import { counted } from '../model/counted.js';

const byCursor = {
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
};

/** Published listings of the other side, page after page; the first page counts. */
export function useListings(query: MaybeRefOrGetter<ListingQuery>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['listings', 'published', toValue(query)]),
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/listings', { params: { query: counted(toValue(query), pageParam) }, signal })),
    placeholderData: keepPreviousData,
    ...byCursor,
  });
}

/** Published places for anybody, page after page; the first page counts. */
export function usePublicListings(query: MaybeRefOrGetter<ListingQuery>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['listings', 'public', toValue(query)]),
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/public/listings', { params: { query: counted(toValue(query), pageParam) }, signal })),
    placeholderData: keepPreviousData,
    ...byCursor,
  });
}

/** «Мои заявки», page after page. */
export function useOwnListings(query: MaybeRefOrGetter<OwnListingQuery>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['listings', 'own', toValue(query)]),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/listings/own', {
          params: { query: { ...toValue(query), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    ...byCursor,
  });
}

export function fetchListing(id: string, signal?: AbortSignal): Promise<Listing> {
  return unwrap(api.GET('/listings/{id}', { params: { path: { id } }, ...(signal ? { signal } : {}) }));
}

export function useListing(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['listing', toValue(id)]),
    queryFn: ({ signal }) => fetchListing(toValue(id), signal),
  });
}

export function usePublicListing(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['public-listing', toValue(id)]),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/public/listings/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });
}

/** «Показать контакты»: asked for when they are wanted. */
export function useListingContacts(id: MaybeRefOrGetter<string>, wanted: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: computed(() => ['listing', toValue(id), 'contacts']),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/listings/{id}/contacts', { params: { path: { id: toValue(id) } }, signal })),
    enabled: computed(() => toValue(wanted)),
  });
}

export function useListingHistory(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['listing', toValue(id), 'history']),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/listings/{id}/history', { params: { path: { id: toValue(id) } }, signal })),
  });
}

export function createListing(body: ListingDraft): Promise<Listing> {
  return unwrap(api.POST('/listings', { body, params: { header: idempotencyKey() } }));
}

type Versioned = Pick<Listing, 'id' | 'version'>;
const change = ({ id, version }: Versioned) => ({
  path: { id },
  header: { ...ifMatch(version), ...idempotencyKey() },
});

export function updateListing(listing: Versioned, body: ListingDraft): Promise<Listing> {
  return unwrap(api.PATCH('/listings/{id}', { params: change(listing), body }));
}

/** The owner's buttons that lead on to another status. */
export type OwnerPress = Extract<ListingAction, 'publish' | 'unpublish'>;

/**
 * Carries out a button for the version on the screen.
 * @throws ApiError 409 when somebody was faster, 412 for a stale version, 422 with the fields that are missing
 */
export function actOnListing(listing: Versioned, action: OwnerPress): Promise<Listing> {
  return unwrap(api.POST(`/listings/{id}/actions/${action}`, { params: change(listing) }));
}

export async function deleteListing(listing: Versioned): Promise<void> {
  await unwrap(api.DELETE('/listings/{id}', { params: change(listing) }));
}

/** Puts fresh cards where every screen reads them. */
export function useListingCache() {
  const queries = useQueryClient();
  const lists = () => void queries.invalidateQueries({ queryKey: ['listings'] });
  return {
    put(listing: Listing): void {
      queries.setQueryData(['listing', listing.id], listing);
      void queries.invalidateQueries({ queryKey: ['listing', listing.id, 'history'] });
      lists();
    },
    forget(id: string): void {
      queries.removeQueries({ queryKey: ['listing', id] });
      lists();
    },
    refresh(id: string): void {
      void queries.invalidateQueries({ queryKey: ['listing', id] });
      lists();
    },
  };
}
