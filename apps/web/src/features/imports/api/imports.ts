import { useInfiniteQuery } from '@tanstack/vue-query';
import type { ReferenceImport } from '@praktika/contracts';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, API_BASE, idempotencyKey, unwrap } from '../../../app/api/client.js';
import type { Operation } from '../../../app/api/models.js';

/** What an import is asked with. */
export interface Asked {
  readonly fileId: string;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
  readonly publish: boolean;
}

/** What is imported: where tables go, where templates come from, how it is begun. */
export interface ImportSubject {
  /** Path of tables and templates under the API. */
  readonly upload: string;
  readonly template: string;
  /** May rows be published at once? */
  readonly publishes: boolean;
  start(asked: Asked): Promise<Operation>;
}

export const PLACES: ImportSubject = {
  upload: '/imports/places/files',
  template: `${API_BASE}/imports/places/template`,
  publishes: true,
  start: (body) => unwrap(api.POST('/imports/places', { params: { header: idempotencyKey() }, body })),
};

/** A list of reference data. */
export const referenceSubject = (kind: ReferenceImport): ImportSubject => ({
  upload: '/imports/reference/files',
  template: `${API_BASE}/imports/reference/${kind}/template`,
  publishes: false,
  start: ({ fileId, dryRun, allOrNothing }) =>
    unwrap(
      api.POST('/imports/reference/{kind}', {
        params: { path: { kind }, header: idempotencyKey() },
        body: { fileId, dryRun, allOrNothing },
      }),
    ),
});

/** Rows of an import that were refused, page after page. */
export function useRefusedRows(id: MaybeRefOrGetter<string>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['import', toValue(id), 'refused']),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/imports/{id}/rows', {
          params: {
            path: { id: toValue(id) },
            query: { outcome: 'REFUSED', limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

/** Where the report of an import is downloaded. */
export const reportUrl = (id: string): string => `${API_BASE}/imports/${id}/report`;
