import { BATCH_LIMIT } from '@praktika/contracts';
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue';
import type { DocumentRow } from '../../../app/api/models.js';

/** What is chosen in the registry, as `useRowSelection` gives it. */
export type RowSelection = ReturnType<typeof useRowSelection>;

/** What was chosen last, kept for who opens a document and comes back to the list. */
export interface LastSelection {
  scope: string;
  chosen: ReadonlyMap<string, DocumentRow>;
}

/**
 * Rows chosen for one action on all of them, as they were last seen. They survive paging and are forgotten when the
 * filters change; more than `BATCH_LIMIT` are never taken.
 *
 * @param scope what the chosen rows belong to, as text: the filters without the page
 * @param last where the choice outlives the list; it is taken up again by a list of the same scope
 */
export function useRowSelection(
  scope: MaybeRefOrGetter<string>,
  last: LastSelection = { scope: '', chosen: new Map() },
) {
  const chosen = shallowRef(last.scope === toValue(scope) ? last.chosen : new Map<string, DocumentRow>());
  /** Where the last tick was put: Shift takes everything between it and the next one. */
  let anchor: string | undefined;

  const rows = computed(() => [...chosen.value.values()]);
  const full = computed(() => chosen.value.size >= BATCH_LIMIT);
  const has = (id: string) => chosen.value.has(id);

  /** Puts rows in or takes them out. */
  function set(list: readonly DocumentRow[], on: boolean): void {
    const next = new Map(chosen.value);
    for (const row of list) {
      if (!on) next.delete(row.id);
      else if (next.has(row.id) || next.size < BATCH_LIMIT) next.set(row.id, row);
    }
    chosen.value = next;
  }

  /**
   * A tick of one row, or of every row between the last tick and this one.
   *
   * @param page the rows on the screen, in their order
   */
  function pick(row: DocumentRow, on: boolean, page: readonly DocumentRow[] = [], range = false): void {
    const from = range ? page.findIndex(({ id }) => id === anchor) : -1;
    const to = page.findIndex(({ id }) => id === row.id);
    set(from < 0 || to < 0 ? [row] : page.slice(Math.min(from, to), Math.max(from, to) + 1), on);
    anchor = row.id;
  }

  /**
   * Rows seen anew replace what was remembered of them. One that has become another version is chosen no longer: what
   * was chosen is what the person has seen.
   * @returns how many were let go
   */
  function refresh(list: readonly DocumentRow[]): number {
    const known = list.filter((row) => has(row.id) && chosen.value.get(row.id) !== row);
    const changed = known.filter((row) => chosen.value.get(row.id)?.version !== row.version);
    if (known.length > changed.length)
      set(
        known.filter((row) => !changed.includes(row)),
        true,
      );
    if (changed.length > 0) set(changed, false);
    return changed.length;
  }

  function clear(): void {
    anchor = undefined;
    if (chosen.value.size > 0) chosen.value = new Map();
  }

  watch(() => toValue(scope), clear, { flush: 'sync' });
  watch(chosen, (now) => Object.assign(last, { scope: toValue(scope), chosen: now }), { flush: 'sync' });

  return { rows, full, has, set, pick, refresh, clear };
}
