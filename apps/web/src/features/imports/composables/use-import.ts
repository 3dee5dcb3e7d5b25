import { computed, ref } from 'vue';
import { useRoute } from 'vue-router';
import { usePageQuery } from '../../../app/address/use-page-query.js';
import { useOperationCache } from '../../operations/index.js';
import type { ImportSubject } from '../api/imports.js';

/**
 * An import from its table to its end. Where it stands is kept in the address, so that a page opened anew goes on: the
 * table, what it was asked with, the check of it, and the import itself.
 */
export function useImport(subject: ImportSubject) {
  const route = useRoute();
  const changeAddress = usePageQuery();
  const cache = useOperationCache();
  const pending = ref(false);
  const failure = ref<unknown>();

  const inAddress = (name: string) =>
    computed(() => {
      const value = route.query[name];
      return typeof value === 'string' ? value : undefined;
    });
  const fileId = inAddress('file');
  const checkId = inAddress('check');
  const runId = inAddress('run');
  const flags = inAddress('with');
  const asked = computed(() => ({
    publish: flags.value?.includes('publish') ?? false,
    allOrNothing: flags.value?.includes('all') ?? false,
  }));

  async function begin(place: 'check' | 'run', file: string, options: typeof asked.value): Promise<void> {
    pending.value = true;
    failure.value = undefined;
    try {
      const operation = await subject.start({ ...options, fileId: file, dryRun: place === 'check' });
      cache.put(operation);
      const chosen = [options.publish && 'publish', options.allOrNothing && 'all'].filter(Boolean).join();
      const kept = place === 'run' ? { check: checkId.value } : {};
      const query = { file, ...(chosen && { with: chosen }), ...kept, [place]: operation.id };
      changeAddress(query, { replace: true });
    } catch (problem) {
      failure.value = problem;
    } finally {
      pending.value = false;
    }
  }

  return {
    fileId,
    checkId,
    runId,
    asked,
    pending,
    failure,
    check: (file: string, options: typeof asked.value) => begin('check', file, options),
    run: () => (fileId.value === undefined ? undefined : begin('run', fileId.value, asked.value)),
    /** Begins with another table. */
    leave: () => changeAddress({}, { replace: true }),
  };
}
