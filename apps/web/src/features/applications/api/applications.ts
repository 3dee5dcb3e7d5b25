import type { ApplicationAction, ApplicationKind, ApplicationTerms } from '@praktika/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type { Application } from '../../../app/api/models.js';
import type { ApplicationQuery, paths } from '../../../app/api/paths.js';

/** «Заявки», page after page. */
export function useApplications(query: MaybeRefOrGetter<ApplicationQuery>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['applications', toValue(query)]),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/applications', {
          params: { query: { ...toValue(query), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function fetchApplication(id: string, signal?: AbortSignal): Promise<Application> {
  return unwrap(api.GET('/applications/{id}', { params: { path: { id } }, ...(signal ? { signal } : {}) }));
}

export function useApplication(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['application', toValue(id)]),
    queryFn: ({ signal }) => fetchApplication(toValue(id), signal),
  });
}

export function useApplicationHistory(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['application', toValue(id), 'history']),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/applications/{id}/history', { params: { path: { id: toValue(id) } }, signal })),
  });
}

/** What an application's form holds, as the API takes it. */
export interface ApplicationDraft {
  readonly terms: ApplicationTerms;
  readonly expectsDraftContract: boolean;
  readonly fileId: string | null;
}

const RESOURCE = {
  PARTNERSHIP: '/partnership-applications',
  PRACTICE: '/practice-applications',
} as const satisfies Record<ApplicationKind, keyof paths>;

/** «Сохранить как черновик» of a new application. */
export function createApplication(
  kind: ApplicationKind,
  recipientId: string,
  draft: ApplicationDraft,
): Promise<Application> {
  const params = { header: idempotencyKey() };
  return unwrap(api.POST(RESOURCE[kind], { body: { recipientId, ...draft }, params }));
}

export function updateApplication(
  { id, kind, version }: Pick<Application, 'id' | 'kind' | 'version'>,
  draft: ApplicationDraft,
): Promise<Application> {
  const params = { path: { id }, header: ifMatch(version) };
  return unwrap(api.PATCH(`${RESOURCE[kind]}/{id}`, { params, body: draft }));
}

type ActionPath = Extract<keyof paths, `/applications/{id}/actions/${string}`>;
type ActionBody = paths[ActionPath]['post']['requestBody'];

/**
 * Carries out a button for the version on the screen.
 * @throws ApiError 409 when somebody was faster, 412 for a stale version, 422 with the fields at fault
 */
export function actOnApplication(
  { id, version }: Pick<Application, 'id' | 'version'>,
  action: Exclude<ApplicationAction, 'update' | 'delete'>,
  body: object = {},
): Promise<Application> {
  const path = `/applications/{id}/actions/${action}` as ActionPath;
  return unwrap<Application>(
    api.POST(path, {
      params: { path: { id }, header: { ...ifMatch(version), ...idempotencyKey() } },
      body: body as ActionBody & Record<string, never>,
    }),
  );
}

export async function deleteApplication({ id, version }: Pick<Application, 'id' | 'version'>): Promise<void> {
  await unwrap(
    api.DELETE('/applications/{id}', {
      params: { path: { id }, header: { ...ifMatch(version), ...idempotencyKey() } },
    }),
  );
}

/** Puts fresh cards where every screen reads them. */
export function useApplicationCache() {
  const queries = useQueryClient();
  const lists = () => void queries.invalidateQueries({ queryKey: ['applications'] });
  return {
    put(application: Application): void {
      queries.setQueryData(['application', application.id], application);
      void queries.invalidateQueries({ queryKey: ['application', application.id, 'history'] });
      void queries.invalidateQueries({ queryKey: ['partners'] });
      lists();
    },
    forget(id: string): void {
      queries.removeQueries({ queryKey: ['application', id] });
      lists();
    },
    refresh(id: string): void {
      void queries.invalidateQueries({ queryKey: ['application', id] });
      lists();
    },
  };
}
