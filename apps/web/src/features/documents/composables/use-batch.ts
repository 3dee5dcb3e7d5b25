import type { BatchAction } from '@praktika/contracts';
import { computed, ref, shallowRef } from 'vue';
import { idempotencyKey } from '../../../app/api/client.js';
import type { BatchInput, Operation } from '../../../app/api/models.js';
import { useForm, type FieldFault } from '../../../app/forms/use-form.js';
import { useOperationCache } from '../../operations/index.js';
import { fetchDocuments, startBatch, useRefreshDocuments } from '../api/batches.js';
import { scopeOf, type BatchDocument } from '../model/batch.js';

interface BatchOptions {
  action: BatchAction;
  documents: readonly BatchDocument[];
  input: () => BatchInput;
  check?: () => FieldFault[];
}

/**
 * One verb over many documents, from the question to the outcome. What was refused can be tried again by itself,
 * with the documents as they are then.
 */
export function useBatch({ action, documents, input, check }: BatchOptions) {
  const operations = useOperationCache();
  const refresh = useRefreshDocuments();
  const chosen = shallowRef(documents);
  const scope = computed(() => scopeOf(chosen.value, action));
  const operationId = ref<string>();
  const ended = shallowRef<Operation>();
  const reading = ref(false);
  let key = idempotencyKey();

  const form = useForm({
    ...(check ? { check } : {}),
    send: () => {
      const items = scope.value.ready.map(({ id, version }) => ({ id, version }));
      return startBatch(action, { ...input(), items }, key);
    },
    done: (operation) => {
      operations.put(operation);
      operationId.value = operation.id;
    },
  });

  function finish(operation: Operation): void {
    ended.value = operation;
    refresh();
  }

  /** Asks again about some of the documents. */
  async function again(ids: readonly string[]): Promise<void> {
    reading.value = true;
    chosen.value = await fetchDocuments(ids);
    key = idempotencyKey();
    operationId.value = undefined;
    ended.value = undefined;
    reading.value = false;
  }

  return { form, scope, operationId, ended, reading, finish, again };
}
