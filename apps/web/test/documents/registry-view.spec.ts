import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { RegistryView } from '../../src/app/api/models.js';
import { useRegistryFilters } from '../../src/features/documents/composables/use-registry-filters.js';
import { useRegistryView } from '../../src/features/documents/composables/use-registry-view.js';
import { chosenQuery, filtersFromQuery } from '../../src/features/documents/model/registry-query.js';
import {
  differsFromView,
  filtersOfView,
  queryOfView,
  viewFilters,
} from '../../src/features/documents/model/registry-view.js';
import { isWaitingTab, otherTabsOf } from '../../src/features/documents/model/waiting-tab.js';
import { serve } from '../server.js';

const VIEW: RegistryView = {
  id: 'v1',
  name: 'На этой неделе',
  shared: false,
  mine: true,
  ownerName: 'Иванова Мария',
  isDefault: true,
  filters: { direction: 'INCOMING', status: ['ON_APPROVAL', 'ON_SIGNING'], waitingForMe: true, sort: 'date' },
  createdAt: '2026-11-01T09:00:00Z',
  updatedAt: '2026-11-01T09:00:00Z',
  version: 1,
};
const ADDRESS = {
  direction: 'INCOMING',
  status: 'ON_APPROVAL,ON_SIGNING',
  waitingForMe: 'true',
  sort: 'date',
  view: 'v1',
};

describe('a saved view', () => {
  it('is an address, and the address makes it again', () => {
    expect(queryOfView(VIEW)).toEqual(ADDRESS);
    expect(viewFilters(filtersOfView(VIEW))).toEqual(VIEW.filters);
  });

  it('differs when something is narrowed otherwise, not by its page', () => {
    const shown = filtersFromQuery(ADDRESS);
    expect(differsFromView({ ...shown, cursor: 'next' }, VIEW)).toBe(false);
    expect(differsFromView({ ...shown, q: 'Ромашка' }, VIEW)).toBe(true);
    expect(differsFromView({ ...shown, sort: '-updatedAt' }, VIEW)).toBe(true);
  });
});

describe('an address somebody has chosen', () => {
  it('is never empty, so that no default view takes its place', () => {
    expect(chosenQuery(filtersFromQuery({}))).toEqual({ view: 'all' });
    expect(chosenQuery(filtersFromQuery({ view: 'all', q: 'x' }))).toEqual({ q: 'x' });
    expect(chosenQuery(filtersFromQuery({ view: 'v1' }))).toEqual({ view: 'v1' });
  });
});

describe('opening the registry', () => {
  async function opened(address: string, views: RegistryView[] = [VIEW], status = 200) {
    serve(() => ({ status, body: { items: views } }));
    let page!: ReturnType<typeof useRegistryView> & ReturnType<typeof useRegistryFilters>;
    const component = defineComponent({
      setup() {
        const filters = useRegistryFilters();
        page = { ...filters, ...useRegistryView(filters.filters) };
        return () => h('div');
      },
    });
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [
        { path: '/documents', name: 'documents', component },
        { path: '/', component: { template: '<div />' } },
      ],
    });
    await router.push(address);
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    mount(component, { global: { plugins: [router, [VueQueryPlugin, { queryClient }]] } });
    await flushPromises();
    return { router, page };
  }

  it('with an empty address applies the default view in its place', async () => {
    const { router, page } = await opened('/documents');
    expect(router.currentRoute.value.query).toEqual(ADDRESS);
    expect(page.active.value?.id).toBe('v1');
    expect([page.deciding.value, page.changed.value]).toEqual([false, false]);
    page.change({ q: 'Ромашка' });
    await flushPromises();
    expect([page.active.value?.id, page.changed.value]).toEqual(['v1', true]);
  });

  it('with an address of its own, or without a default view, changes nothing', async () => {
    for (const address of ['/documents?view=all', '/documents?q=x']) {
      const { router } = await opened(address);
      expect(router.currentRoute.value.fullPath).toBe(address);
    }
    const { router, page } = await opened('/documents', [{ ...VIEW, isDefault: false }]);
    expect(router.currentRoute.value.fullPath).toBe('/documents');
    expect(page.deciding.value).toBe(false);
  });

  it('shows all documents when the views cannot be read', async () => {
    const { router, page } = await opened('/documents', [], 500);
    expect(router.currentRoute.value.fullPath).toBe('/documents');
    expect(page.deciding.value).toBe(false);
  });

  it('again by the menu applies the default view again; the filters’ reset does not', async () => {
    const { router, page } = await opened('/documents?direction=OUTGOING');
    page.reset();
    page.change({ direction: null });
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual({ view: 'all' });
    await router.push('/documents');
    await flushPromises();
    expect(router.currentRoute.value.query).toEqual(ADDRESS);
  });
});

describe('«Требуют обработки»', () => {
  it('is whatever waits, in any direction; the other tabs are counted without it', () => {
    const waiting = filtersFromQuery({ waitingForMe: 'true', kind: 'PERIOD_CONTRACT' });
    expect(isWaitingTab(waiting)).toBe(true);
    expect(otherTabsOf(waiting)).toMatchObject({ waitingForMe: false, kinds: ['PERIOD_CONTRACT'] });
    const incoming = filtersFromQuery({ waitingForMe: 'true', direction: 'INCOMING', cursor: 'x' });
    expect(isWaitingTab(incoming)).toBe(false);
    expect(otherTabsOf(incoming)).toMatchObject({ waitingForMe: true, direction: null, cursor: null });
  });
});
