import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type { NewSavedSearch, SavedSearch, SavedSearchPatch } from '../../../app/api/models.js';

/** One's own saved searches, by name. */
export function useSavedSearches() {
  return useQuery({
    queryKey: ['saved-searches'],
    queryFn: async ({ signal }): Promise<SavedSearch[]> =>
      (await unwrap(api.GET('/saved-searches', { signal }))).items,
  });
}

export function createSavedSearch(search: NewSavedSearch): Promise<SavedSearch> {
  return unwrap(api.POST('/saved-searches', { body: search, params: { header: idempotencyKey() } }));
}

/** @throws ApiError 412 when it was changed meanwhile, in another window */
export function updateSavedSearch(
  { id, version }: SavedSearch,
  changes: SavedSearchPatch,
): Promise<SavedSearch> {
  return unwrap(
    api.PATCH('/saved-searches/{id}', { params: { path: { id }, header: ifMatch(version) }, body: changes }),
  );
}

export async function deleteSavedSearch(id: string): Promise<void> {
  await unwrap(api.DELETE('/saved-searches/{id}', { params: { path: { id } } }));
}

export function useSavedSearchesCache() {
  const queries = useQueryClient();
  return { refresh: () => queries.invalidateQueries({ queryKey: ['saved-searches'] }) };
}
