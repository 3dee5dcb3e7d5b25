import { isFinished, type OperationItemStatus } from '@praktika/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, unwrap } from '../../../app/api/client.js';
import type { Operation, OperationItem } from '../../../app/api/models.js';

/** How often an operation under way is asked about. */
const ASK_EVERY_MS = 700;
/** The list is looked at now and then while something of it is under way. */
const LIST_EVERY_MS = 2_000;

/** An operation, asked about until it has ended. */
export function useOperation(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['operation', toValue(id)]),
    queryFn: ({ signal }): Promise<Operation> =>
      unwrap(api.GET('/operations/{id}', { params: { path: { id: toValue(id) } }, signal })),
    refetchInterval: ({ state }) => (state.data && isFinished(state.data.status) ? false : ASK_EVERY_MS),
  });
}

/** Documents of an operation with what came of each; asked for once it is wanted. */
export function useOperationItems(
  id: MaybeRefOrGetter<string>,
  status: OperationItemStatus,
  wanted: MaybeRefOrGetter<boolean>,
) {
  return useQuery({
    queryKey: computed(() => ['operation', toValue(id), 'items', status]),
    queryFn: async ({ signal }): Promise<OperationItem[]> => {
      const params = { path: { id: toValue(id) }, query: { status } };
      return (await unwrap(api.GET('/operations/{id}/items', { params, signal }))).items;
    },
    enabled: computed(() => toValue(wanted)),
  });
}

/** The person's latest operations. */
export function useOperations() {
  return useQuery({
    queryKey: ['operations'],
    queryFn: async ({ signal }): Promise<Operation[]> =>
      (await unwrap(api.GET('/operations', { signal }))).items,
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => !isFinished(status)) ? LIST_EVERY_MS : false,
  });
}

/** Stops an operation: what is done stays done. */
export function cancelOperation(id: string): Promise<Operation> {
  return unwrap(
    api.POST('/operations/{id}/actions/cancel', { params: { path: { id }, header: idempotencyKey() } }),
  );
}

/** Where the outcome of an operation is downloaded. */
export const operationResultUrl = (id: string): string => `/api/v1/operations/${id}/result`;

/** Puts an operation where every screen reads it. */
export function useOperationCache() {
  const queries = useQueryClient();
  return {
    put(operation: Operation): void {
      queries.setQueryData(['operation', operation.id], operation);
      void queries.invalidateQueries({ queryKey: ['operations'] });
    },
  };
}
