import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router';
import { useAddressFilters } from '../../src/app/address/use-address-filters.js';

let arrive: () => void;
let filters: ReturnType<typeof useAddressFilters>;
let router: Router;

const List = defineComponent(() => {
  filters = useAddressFilters();
  return () => h('p', 'list');
});
const Other = defineComponent(() => () => h('p', 'other'));

beforeEach(async () => {
  vi.useFakeTimers();
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/list', component: List },
      { path: '/slow', component: () => new Promise((resolve) => (arrive = () => resolve(Other as never))) },
      { path: '/other', component: Other },
    ],
  });
  await router.push('/list');
  mount({ render: () => h(RouterView) }, { global: { plugins: [router] } });
  await flushPromises();
});
afterEach(() => vi.useRealTimers());

function type(text: string): void {
  filters.text.value = text;
  void filters.search();
}

async function pause(): Promise<void> {
  await vi.advanceTimersByTimeAsync(400);
  await flushPromises();
}

describe('the address of a list', () => {
  it('takes what was typed, beside what was chosen', async () => {
    filters.flag('ended').value = true;
    await flushPromises();
    type(' ромашка ');
    await pause();
    expect(router.currentRoute.value.fullPath).toBe(`/list?ended=true&q=${encodeURIComponent('ромашка')}`);
    filters.reset();
    await flushPromises();
    expect(router.currentRoute.value.fullPath).toBe('/list');
  });

  it('calls nobody back who left while the next page was still loading', async () => {
    type('ромашка');
    const left = router.push('/slow');
    await pause();
    arrive();
    await left;
    expect(router.currentRoute.value.fullPath).toBe('/slow');
  });

  it('does not follow to the next page', async () => {
    type('ромашка');
    await router.push('/other');
    await pause();
    expect(router.currentRoute.value.fullPath).toBe('/other');
  });

  it('goes on where leaving was stopped', async () => {
    router.beforeResolve((to) => to.path !== '/other');
    await router.push('/other');
    expect(router.currentRoute.value.path).toBe('/list');
    type('ромашка');
    await pause();
    expect(router.currentRoute.value.query).toEqual({ q: 'ромашка' });
  });
});
