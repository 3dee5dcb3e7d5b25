import { BATCH_LIMIT, REGISTRY_LIMITS } from '@praktika/contracts';
import { getCurrentScope, onScopeDispose, ref, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { api, unwrap } from '../../../app/api/client.js';
import type { DocumentPage, DocumentRow } from '../../../app/api/models.js';
import type { DocumentQuery } from '../../../app/api/paths.js';

/**
 * «Выбрать все по фильтру»: walks through the pages of the present filters, up to `BATCH_LIMIT` rows. A change of
 * the filters stops it.
 *
 * @param query the filters, without a place in the list
 */
export function useFilterCollection(query: MaybeRefOrGetter<DocumentQuery>) {
  /** Rows gathered so far; null when nothing is under way. */
  const gathered = ref<number | null>(null);
  /** The last walk met more rows than can be taken at once. */
  const exceeded = ref(false);
  let walk: AbortController | undefined;

  function stop(): void {
    walk?.abort();
    walk = undefined;
    gathered.value = null;
  }

  /**
   * @returns the rows, or nothing when it was stopped
   * @throws ApiError when a page could not be read
   */
  async function collect(): Promise<DocumentRow[] | undefined> {
    stop();
    const own = new AbortController();
    walk = own;
    const asked = toValue(query);
    exceeded.value = false;
    gathered.value = 0;
    const rows: DocumentRow[] = [];
    try {
      let cursor: string | null = null;
      do {
        const page: DocumentPage = await pageOf(asked, cursor, own.signal);
        if (own.signal.aborted) return undefined;
        rows.push(...page.items);
        gathered.value = Math.min(rows.length, BATCH_LIMIT);
        cursor = page.nextCursor;
      } while (cursor !== null && rows.length < BATCH_LIMIT);
      exceeded.value = cursor !== null || rows.length > BATCH_LIMIT;
      return rows.slice(0, BATCH_LIMIT);
    } catch (error) {
      if (own.signal.aborted) return undefined;
      throw error;
    } finally {
      if (walk === own) stop();
    }
  }

  watch(
    () => JSON.stringify(toValue(query)),
    () => {
      stop();
      exceeded.value = false;
    },
    { flush: 'sync' },
  );
  if (getCurrentScope()) onScopeDispose(stop);

  return { gathered, exceeded, collect, stop };
}

function pageOf(query: DocumentQuery, cursor: string | null, signal: AbortSignal): Promise<DocumentPage> {
  return unwrap(
    api.GET('/documents', {
      params: { query: { ...query, limit: REGISTRY_LIMITS.maxPage, ...(cursor ? { cursor } : {}) } },
      signal,
    }),
  );
}
