import { useEventListener, useLocalStorage } from '@vueuse/core';
import { ref, type Ref } from 'vue';

/** Marks the link of a row that the keys go through. */
export const ROW_LINK = '[data-row-link]';

/** Marks a row; the attribute holds the document's id. */
export const ROW = '[data-row]';

/** Fields and windows keep their keys to themselves. */
const TYPING = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]';

/**
 * Keys of the registry: J and K go through the rows, Enter opens the one in focus as any link does, the question
 * mark opens the help. X ticks the row in focus, the space bar reads it beside the list.
 * They are told by their places, so that they work in the Russian layout too, and can be switched off
 * (WCAG 2.1.4).
 */
export function useRegistryKeys(
  list: Readonly<Ref<HTMLElement | null>>,
  on: { tick: (id: string) => void; preview: (id: string, held: boolean) => boolean; escape: () => void },
) {
  const enabled = useLocalStorage('praktika.registry-keys', true);
  const helpOpen = ref(false);

  function step(by: 1 | -1): void {
    const links = [...(list.value?.querySelectorAll<HTMLElement>(ROW_LINK) ?? [])];
    const row = document.activeElement?.closest('tr, li');
    const at = links.findIndex((link) => row?.contains(link) ?? false);
    const next = at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by;
    links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
  }

  /** The document whose row the focus is in. */
  function focused(): string | undefined {
    const row = document.activeElement?.closest<HTMLElement>(ROW);
    return row && list.value?.contains(row) ? row.dataset['row'] : undefined;
  }

  function tick(held: boolean): void {
    const id = focused();
    if (id && !held) on.tick(id);
  }

  /** The space bar on a button or a box is theirs. */
  function preview(held: boolean): boolean {
    const id = document.activeElement?.matches(ROW_LINK) ? focused() : undefined;
    return id !== undefined && on.preview(id, held);
  }

  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    const { target, code, key } = event;
    const elsewhere = event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented;
    if (elsewhere || (target instanceof Element && target.closest(TYPING))) return;
    if (key === '?' || (code === 'Slash' && event.shiftKey)) helpOpen.value = true;
    else if (code === 'Escape') return on.escape();
    else if (!enabled.value || event.shiftKey) return;
    else if (code === 'KeyJ') step(1);
    else if (code === 'KeyK') step(-1);
    else if (code === 'KeyX') tick(event.repeat);
    else if (code !== 'Space' || !preview(event.repeat)) return;
    event.preventDefault();
  });

  return { enabled, helpOpen };
}
