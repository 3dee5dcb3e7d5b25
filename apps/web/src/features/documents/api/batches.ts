import type { BatchAction } from '@praktika/contracts';
import { useQueryClient } from '@tanstack/vue-query';
import { api, unwrap } from '../../../app/api/client.js';
import type { BatchInput, ExportFilter, ExportFormat, Operation } from '../../../app/api/models.js';
import type { paths } from '../../../app/api/paths.js';
import { fetchDocument } from './documents.js';

type BatchPath = Extract<keyof paths, `/documents/batch/${string}`>;
type BatchBody = paths[BatchPath]['post']['requestBody']['content']['application/json'];

/** Cards asked for at once. */
const AT_ONCE = 6;

/** Documents in the versions the person has seen, and what goes for all of them. */
export interface Batch extends BatchInput {
  readonly items: readonly { readonly id: string; readonly version: number }[];
}

/**
 * Begins one verb over many documents.
 *
 * @param key header of the press: the same press sent again after a lost answer is carried out once
 */
export function startBatch(
  action: BatchAction,
  batch: Batch,
  key: { 'Idempotency-Key': string },
): Promise<Operation> {
  return unwrap<Operation>(
    api.POST(`/documents/batch/${action}` as BatchPath, {
      params: { header: key },
      body: batch as unknown as BatchBody & Record<string, never>,
    }),
  );
}

/** One archive with many documents and their signatures. */
export function startBundle(ids: readonly string[], key: { 'Idempotency-Key': string }): Promise<Operation> {
  return unwrap<Operation>(
    api.POST('/documents/bundles', { params: { header: key }, body: { items: ids.map((id) => ({ id })) } }),
  );
}

/** The registry's rows that match a filter, as a file. */
export function startExport(
  format: ExportFormat,
  filter: ExportFilter,
  key: { 'Idempotency-Key': string },
): Promise<Operation> {
  return unwrap<Operation>(
    api.POST('/documents/exports', { params: { header: key }, body: { format, filter } }),
  );
}

/** Cards as they are now; those that can be read no more are left out. */
export async function fetchDocuments(ids: readonly string[]) {
  const cards = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const answers = await Promise.allSettled(
      ids.slice(start, start + AT_ONCE).map((id) => fetchDocument(id)),
    );
    cards.push(...answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])));
  }
  return cards;
}

/** Lets every list, count and card ask again after documents have moved. */
export function useRefreshDocuments() {
  const queries = useQueryClient();
  return (): void => {
    void queries.invalidateQueries({ queryKey: ['documents'] });
    void queries.invalidateQueries({ queryKey: ['document'] });
  };
}
