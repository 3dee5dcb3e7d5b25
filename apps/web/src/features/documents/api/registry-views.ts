import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type { NewRegistryView, RegistryView, RegistryViewPatch } from '../../../app/api/models.js';

/** Saved views: one's own, then those that colleagues share. */
export function useSavedViews() {
  return useQuery({
    queryKey: ['registry-views'],
    queryFn: async ({ signal }): Promise<RegistryView[]> =>
      (await unwrap(api.GET('/registry-views', { signal }))).items,
    staleTime: 60_000,
  });
}

export function createView(view: NewRegistryView): Promise<RegistryView> {
  return unwrap(api.POST('/registry-views', { body: view, params: { header: idempotencyKey() } }));
}

/** @throws ApiError 412 when it was changed meanwhile, in another window */
export function updateView(view: RegistryView, changes: RegistryViewPatch): Promise<RegistryView> {
  return unwrap(
    api.PATCH('/registry-views/{id}', {
      params: { path: { id: view.id }, header: ifMatch(view.version) },
      body: changes,
    }),
  );
}

export async function deleteView(id: string): Promise<void> {
  await unwrap(api.DELETE('/registry-views/{id}', { params: { path: { id } } }));
}

/** «Открывать по умолчанию»: the person's registry opens with this view, or no longer does. */
export async function setDefaultView(id: string, on: boolean): Promise<void> {
  const options = { params: { path: { id } } };
  if (on) await unwrap(api.PUT('/registry-views/{id}/default', options));
  else await unwrap(api.DELETE('/registry-views/{id}/default', options));
}

export function useSavedViewsCache() {
  const queries = useQueryClient();
  return { refresh: () => queries.invalidateQueries({ queryKey: ['registry-views'] }) };
}
