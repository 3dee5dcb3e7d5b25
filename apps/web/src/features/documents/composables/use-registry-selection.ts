import { computed, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { useI18n } from 'vue-i18n';
import type { DocumentRow } from '../../../app/api/models.js';
import { useErrors } from '../../../app/errors.js';
import { useSession } from '../../../app/session/session-store.js';
import { useNotify } from '../../../ui/notify.js';
import { apiQueryFromFilters, type RegistryFilters } from '../model/registry-query.js';
import { useLastSelection } from './last-selection.js';
import { useFilterCollection } from './use-filter-collection.js';
import { useRowSelection } from './use-row-selection.js';

/**
 * Choosing rows of the registry: one by one, a page, or all that the filters match.
 *
 * @param page the rows on the screen; none while another page is being read
 */
export function useRegistrySelection(
  filters: MaybeRefOrGetter<RegistryFilters>,
  page: MaybeRefOrGetter<readonly DocumentRow[]>,
) {
  const { t } = useI18n();
  const session = useSession();
  const notify = useNotify();
  const { explain } = useErrors();
  const query = computed(() => apiQueryFromFilters({ ...toValue(filters), cursor: null }));
  const selection = useRowSelection(
    () => JSON.stringify([session.me?.person.id, session.organization?.id, query.value]),
    useLastSelection().last,
  );
  const { gathered, exceeded, collect: gather, stop } = useFilterCollection(query);

  async function collect(): Promise<void> {
    try {
      const rows = await gather();
      if (rows) selection.set(rows, true);
    } catch (error) {
      const { title, details } = explain(error);
      notify.failed(title, details.join('\n'));
    }
  }

  function clear(): void {
    stop();
    exceeded.value = false;
    selection.clear();
  }

  /** The key X: the row in focus goes in or out. */
  function tick(id: string): void {
    const rows = toValue(page);
    const row = rows.find((one) => one.id === id);
    if (row) selection.pick(row, !selection.has(id), rows);
  }

  watch(
    () => toValue(page),
    (rows) => {
      const changed = selection.refresh(rows);
      if (changed > 0) notify.told(t('registrySelection.changed', changed));
    },
  );

  return { selection: { ...selection, clear }, gathered, exceeded, collect, stop, tick };
}
