import { flushPromises } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import type { Me } from '../../src/app/api/models.js';
import PaletteSearch from '../../src/app/palette/PaletteSearch.vue';
import { usePalette } from '../../src/app/palette/use-palette.js';
import { useSession } from '../../src/app/session/session-store.js';
import { mountInApp } from '../mount.js';
import { serve } from '../server.js';

const ROW = {
  id: 'd1',
  title: 'Договор № 7',
  partner: { id: 'p1', name: 'ООО «Ромашка»' },
  status: 'ON_APPROVAL',
  foundIn: 'FILE',
};
const PARTNER = { id: 'p1', fullName: 'ООО «Ромашка»', shortName: 'Ромашка', inn: '7701000001' };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

function mountPalette(permissions = ['documents:read', 'partners:read', 'documents:draft']) {
  const pinia = createPinia();
  useSession(pinia).me = {
    permissions,
    organization: { id: 'o1', name: 'СЗГУ', side: 'EDUCATION' },
  } as unknown as Me;
  Element.prototype.scrollIntoView = vi.fn();
  return mountInApp(PaletteSearch, {}, pinia);
}

type Palette = ReturnType<typeof mountPalette>;

async function type(palette: Palette, text: string): Promise<void> {
  await palette.get('input').setValue(text);
  vi.advanceTimersByTime(250);
  await flushPromises();
}

const labels = (palette: Palette) => palette.findAll('[role="option"]').map((option) => option.text());
const active = (palette: Palette) => palette.get('[aria-selected="true"]').text();

describe('the palette', () => {
  it('shows documents, then partners, then commands, and goes through them with the arrows', async () => {
    serve((request) => ({
      body: { items: request.url.includes('/partners') ? [PARTNER] : [ROW], nextCursor: null },
    }));
    const palette = mountPalette();
    expect(labels(palette)[0]).toContain('Создать');
    await type(palette, 'ро');
    const [first, second] = labels(palette);
    expect(first).toContain('Договор');
    expect(first).toContain('найдено в тексте файла');
    expect(second).toContain('ИНН 7701000001');
    expect(active(palette)).toContain('Договор');
    const field = palette.get('input');
    await field.trigger('keydown', { key: 'ArrowUp' });
    expect(active(palette)).toBe(labels(palette).at(-1));
    await field.trigger('keydown', { key: 'ArrowDown' });
    expect(field.attributes('aria-activedescendant')).toBe(
      palette.get('[aria-selected="true"]').attributes('id'),
    );
    const push = vi.spyOn(palette.vm.$router, 'push').mockResolvedValue(undefined);
    await field.trigger('keydown', { key: 'Enter' });
    expect(push).toHaveBeenCalledWith({ name: 'document', params: { id: 'd1' } });
    expect(palette.emitted('chosen')).toHaveLength(1);
    palette.unmount();
  });

  it('asks in the other layout when nothing is found, and says so', async () => {
    const seen = serve((request) => {
      const meant = decodeURIComponent(request.url).includes('ромашка');
      return {
        body: { items: meant && request.url.includes('/documents') ? [ROW] : [], nextCursor: null },
      };
    });
    const palette = mountPalette();
    await type(palette, 'hjvfirf');
    expect(palette.text()).toContain('Показано по запросу «ромашка»');
    expect(seen).toHaveLength(4);
    palette.unmount();
  });

  it('asks only for what the person may see, and finds commands in either layout', async () => {
    const seen = serve(() => ({ body: { items: [], nextCursor: null } }));
    const palette = mountPalette(['documents:read']);
    await type(palette, 'yfcnhjqrb');
    expect(labels(palette)).toEqual(['Настройки']);
    expect(seen.every(({ path }) => path.includes('/documents'))).toBe(true);
    palette.unmount();
  });

  it('tells of a failure and asks again', async () => {
    let fails = true;
    serve(() => (fails ? new Error('offline') : { body: { items: [ROW], nextCursor: null } }));
    const palette = mountPalette(['documents:read']);
    await type(palette, 'договор');
    expect(palette.get('[role="alert"]').text()).toContain('Не удалось');
    fails = false;
    await palette.get('[role="alert"] button').trigger('click');
    await flushPromises();
    expect(palette.find('[role="alert"]').exists()).toBe(false);
    expect(labels(palette)[0]).toContain('Договор');
    palette.unmount();
  });

  it('forgets the answer to an earlier text', async () => {
    serve((request) => ({
      body: { items: request.url.includes('q=%D0%B4') ? [ROW] : [], nextCursor: null },
    }));
    const palette = mountPalette(['documents:read']);
    await type(palette, 'до');
    expect(labels(palette)[0]).toContain('Договор');
    await palette.get('input').setValue('цы');
    expect(labels(palette)).toEqual([]);
    palette.unmount();
  });
});

describe('its keys', () => {
  const Host = defineComponent(() => {
    const { open } = usePalette();
    return () => h('p', open.value ? 'open' : 'closed');
  });
  const press = (init: KeyboardEventInit) =>
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyK', key: 'л', cancelable: true, ...init }));

  it('are Ctrl+K and ⌘K by the place of the key, and leave another window alone', async () => {
    const host = mountInApp(Host, {});
    press({ ctrlKey: true });
    await flushPromises();
    expect(host.text()).toBe('open');
    press({ metaKey: true });
    press({});
    press({ ctrlKey: true, shiftKey: true });
    await flushPromises();
    expect(host.text()).toBe('closed');
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    press({ ctrlKey: true });
    await flushPromises();
    expect(host.text()).toBe('closed');
    dialog.remove();
    host.unmount();
  });
});
