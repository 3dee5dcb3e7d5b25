import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, shallowRef, useTemplateRef } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useListFocus } from '../../src/features/documents/composables/use-list-focus.js';
import { placeLostFocus } from '../../src/ui/lost-focus.js';

afterEach(() => document.body.replaceChildren());

/** A list of rows, come back to from the card of `opened`. */
async function list(opened?: string) {
  const history = createMemoryHistory();
  const view = { template: '<div />' };
  const router = createRouter({
    history,
    routes: [
      { path: '/documents', component: view },
      { path: '/documents/:id', component: view },
    ],
  });
  await router.push('/documents');
  if (opened) history.state['forward'] = `/documents/${opened}?action=sign`;
  const ids = shallowRef<string[]>();
  let focus!: ReturnType<typeof useListFocus>;
  const List = defineComponent({
    setup() {
      const box = useTemplateRef<HTMLElement>('box');
      focus = useListFocus(box, ids);
      const row = (id: string) =>
        h('li', { 'data-row': id }, h('a', { href: '#', 'data-row-link': '', id: `to-${id}` }));
      return () =>
        h('main', [
          h('h1', { tabindex: -1, id: 'heading' }),
          h('input', { id: 'search' }),
          h('ul', { ref: 'box' }, (ids.value ?? []).map(row)),
        ]);
    },
  });
  mount(List, { attachTo: document.body, global: { plugins: [router] } });
  async function show(rows: string[]): Promise<void> {
    ids.value = rows;
    await flushPromises();
    await new Promise((done) => setTimeout(done));
  }
  return { show, ...focus };
}

const focused = () => document.activeElement?.id;
const focusOn = (id: string) => document.getElementById(id)?.focus();

describe('the focus in a list', () => {
  it('goes to the first row of the page that was asked for', async () => {
    const { show, turn } = await list();
    await show(['a', 'b']);
    expect(focused()).toBe('');
    turn();
    await show(['c', 'd']);
    expect(focused()).toBe('to-c');
  });

  it('goes to the heading when that page has no rows, and leaves a text being typed alone', async () => {
    const { show, turn } = await list();
    turn();
    await show([]);
    expect(focused()).toBe('heading');
    focusOn('search');
    turn();
    await show(['a']);
    expect(focused()).toBe('search');
  });

  it('comes back to the row that was opened last, once, unless the person is elsewhere', async () => {
    const { show } = await list('b');
    focusOn('heading');
    await show(['a', 'b']);
    expect(focused()).toBe('to-b');
    focusOn('heading');
    await show(['b', 'a']);
    expect(focused()).toBe('heading');

    document.body.replaceChildren();
    const other = await list('b');
    focusOn('search');
    await other.show(['a', 'b']);
    expect(focused()).toBe('search');
  });
});

describe('the focus of a window that has closed', () => {
  it('is placed only when nothing has it', async () => {
    const place = vi.fn();
    const settled = async () => {
      await placeLostFocus(place);
      await nextTick();
      await new Promise((done) => setTimeout(done));
    };
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    await settled();
    expect(place).not.toHaveBeenCalled();
    button.remove();
    await settled();
    expect(place).toHaveBeenCalledTimes(1);
  });
});
