import { BATCH_LIMIT } from '@praktika/contracts';
import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import type { DocumentRow } from '../../src/app/api/models.js';
import type { DocumentQuery } from '../../src/app/api/paths.js';
import { useFilterCollection } from '../../src/features/documents/composables/use-filter-collection.js';
import { useRowSelection } from '../../src/features/documents/composables/use-row-selection.js';
import { serve } from '../server.js';

const row = (id: number | string, version = 1) => ({ id: String(id), version }) as DocumentRow;
const rowsTo = (count: number) => Array.from({ length: count }, (_, index) => row(index));
const idsOf = (list: readonly DocumentRow[]) => list.map(({ id }) => id);

function chosen() {
  const scope = ref('incoming');
  return { scope, selection: effectScope().run(() => useRowSelection(scope))! };
}

describe('the choice of rows', () => {
  it('goes in and out one by one, and by a range with Shift', () => {
    const { selection } = chosen();
    const page = rowsTo(6);
    selection.pick(page[4]!, true, page);
    selection.pick(page[2]!, true, page, true);
    expect(idsOf(selection.rows.value).sort()).toEqual(['2', '3', '4']);
    selection.pick(page[3]!, false, page, true);
    expect(idsOf(selection.rows.value)).toEqual(['4']);
    selection.pick(page[4]!, false, page);
    expect(selection.rows.value).toEqual([]);
  });

  it('takes the row alone when the last tick is on another page', () => {
    const { selection } = chosen();
    selection.pick(row('a'), true, [row('a')]);
    const page = rowsTo(3);
    selection.pick(page[2]!, true, page, true);
    expect(idsOf(selection.rows.value)).toEqual(['a', '2']);
  });

  it('survives another page and is forgotten with the filters', async () => {
    const { scope, selection } = chosen();
    selection.set([row('a')], true);
    selection.set(rowsTo(2), true);
    expect(selection.rows.value).toHaveLength(3);
    scope.value = 'outgoing';
    await nextTick();
    expect(selection.rows.value).toEqual([]);
  });

  it('is taken up again by a list of the same filters alone', () => {
    const last = { scope: '', chosen: new Map<string, DocumentRow>() };
    const open = (scope: string) => effectScope().run(() => useRowSelection(scope, last))!;
    open('incoming').set([row('a'), row('b')], true);
    expect(idsOf(open('incoming').rows.value)).toEqual(['a', 'b']);
    expect(open('outgoing').rows.value).toEqual([]);
    const again = open('incoming');
    expect(idsOf(again.rows.value)).toEqual(['a', 'b']);
    again.clear();
    expect(open('incoming').rows.value).toEqual([]);
  });

  it('lets go of a row that has become another version: nobody has seen that one', () => {
    const { selection } = chosen();
    selection.set([row('a', 1), row('b', 1), row('c', 1)], true);
    const fresh = row('b', 1);
    expect(selection.refresh([row('a', 2), fresh, row('d', 5)])).toBe(1);
    expect(selection.rows.value.map(({ id, version }) => [id, version])).toEqual([
      ['b', 1],
      ['c', 1],
    ]);
    expect(selection.rows.value[0]).toBe(fresh);
  });

  it('never grows over the limit of a batch', () => {
    const { selection } = chosen();
    selection.set(rowsTo(BATCH_LIMIT + 5), true);
    expect(selection.rows.value).toHaveLength(BATCH_LIMIT);
    expect(selection.full.value).toBe(true);
  });
});

describe('«Выбрать все по фильтру»', () => {
  const PAGE = 100;
  const collection = (total: number) => {
    const query = ref<DocumentQuery>({ direction: 'INCOMING' });
    const seen = serve((request) => {
      const from = Number(new URL(request.url).searchParams.get('cursor') ?? 0);
      const items = rowsTo(total).slice(from, from + PAGE);
      return { body: { items, nextCursor: from + PAGE < total ? String(from + PAGE) : null } };
    });
    return { query, seen, ...effectScope().run(() => useFilterCollection(query))! };
  };

  it('walks through the pages of the same filters', async () => {
    const { collect, seen, exceeded, gathered } = collection(237);
    const rows = await collect();
    expect(idsOf(rows ?? [])).toEqual(idsOf(rowsTo(237)));
    expect(seen.map(({ path }) => path.split('?')[1])).toEqual([
      'direction=INCOMING&limit=100',
      'direction=INCOMING&limit=100&cursor=100',
      'direction=INCOMING&limit=100&cursor=200',
    ]);
    expect([exceeded.value, gathered.value]).toEqual([false, null]);
  });

  it('stops at the limit of a batch and tells so', async () => {
    const { collect, seen, exceeded } = collection(BATCH_LIMIT + 1);
    expect(await collect()).toHaveLength(BATCH_LIMIT);
    expect(seen).toHaveLength(BATCH_LIMIT / PAGE);
    expect(exceeded.value).toBe(true);
  });

  it('exactly the limit is not too many', async () => {
    const { collect, exceeded } = collection(BATCH_LIMIT);
    expect(await collect()).toHaveLength(BATCH_LIMIT);
    expect(exceeded.value).toBe(false);
  });

  it('gives nothing when the filters change on the way', async () => {
    const { collect, query, gathered } = collection(300);
    const walk = collect();
    query.value = { direction: 'OUTGOING' };
    await flushPromises();
    expect(await walk).toBeUndefined();
    expect(gathered.value).toBeNull();
  });
});
