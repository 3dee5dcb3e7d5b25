import type { BatchAction } from '@praktika/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import type { Operation } from '../../../app/api/models.js';
import { useOperationItems } from '../../operations/index.js';
import { fetchDocuments } from '../api/batches.js';
import { scopeOf } from '../model/batch.js';

/** Refusals that the same person meets again however often the same is tried. */
const FINAL: ReadonlySet<string> = new Set([
  'not_found',
  'forbidden',
  'document_withdrawn',
  'already_signed',
]);

/** So many are refused for a reason they share, as a rule; they are read when they are tried again. */
const READ_AT_MOST = 50;

/**
 * Documents a finished operation was refused for and that still offer its action. A refusal alone does not tell: a
 * version that has passed may be that of a document withdrawn meanwhile.
 */
export function useRepeatable(operation: () => Operation, action: () => BatchAction) {
  const { data: refused } = useOperationItems(
    () => operation().id,
    'FAILED',
    () => operation().failed > 0,
  );
  const hopeful = computed(() =>
    (refused.value ?? [])
      .filter(({ problem }) => !FINAL.has(problem?.code ?? ''))
      .map(({ documentId }) => documentId),
  );
  const { data } = useQuery({
    queryKey: computed(() => ['operation', operation().id, 'repeatable', hopeful.value]),
    queryFn: async (): Promise<string[]> => {
      const ids = hopeful.value;
      if (ids.length > READ_AT_MOST) return ids;
      return scopeOf(await fetchDocuments(ids), action()).ready.map(({ id }) => id);
    },
    enabled: computed(() => hopeful.value.length > 0),
  });
  return computed(() => data.value ?? []);
}
