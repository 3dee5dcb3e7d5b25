import { refDebounced, useEventListener, useLocalStorage, useMediaQuery } from '@vueuse/core';
import { computed, nextTick, ref, toValue, type MaybeRefOrGetter, type Ref } from 'vue';
import { ROW, ROW_LINK } from './use-registry-keys.js';

/** Going through the rows quickly opens none of them. */
const PAUSE_MS = 250;

/**
 * «Просмотр рядом»: on a wide screen the document of the row in focus, or of the row that was clicked, is read
 * beside the list. The switch is remembered.
 *
 * @param ids the documents on the screen
 */
export function usePreviewBeside(
  list: Readonly<Ref<HTMLElement | null>>,
  ids: MaybeRefOrGetter<readonly string[]>,
) {
  const possible = useMediaQuery('(min-width: 1280px)');
  const wanted = useLocalStorage('praktika.registry-preview', false);
  const beside = computed(() => possible.value && wanted.value);
  const touched = ref<string | null>(null);
  const settled = refDebounced(touched, PAUSE_MS);
  const listed = (id: string | null) => (id !== null && toValue(ids).includes(id) ? id : null);
  const current = computed(() => (beside.value ? listed(touched.value) : null));
  const shown = computed(() => (beside.value ? listed(settled.value) : null));

  function touch({ target }: Event): void {
    const row = target instanceof Element ? target.closest<HTMLElement>(ROW) : null;
    if (row) touched.value = row.dataset['row'] ?? null;
  }
  useEventListener(list, 'focusin', touch);
  useEventListener(list, 'click', touch);

  /** The list is drawn anew beside the pane and without it; the focus stays with its document. */
  async function show(isWanted: boolean, id: string | null): Promise<void> {
    wanted.value = isWanted;
    touched.value = id;
    await nextTick();
    if (id) list.value?.querySelector<HTMLElement>(`[data-row="${id}"] ${ROW_LINK}`)?.focus();
  }

  /** Puts the pane away and the focus back into the list. */
  const close = (): Promise<void> => show(false, current.value);

  /**
   * Opens a document beside the list, or puts the pane away; a key held down does not do so again and again.
   * @returns whether there is room for it
   */
  function toggle(id: string, held: boolean): boolean {
    if (possible.value && !held) void show(!wanted.value, id);
    return possible.value;
  }

  return { possible, wanted, beside, current, shown, close, toggle };
}
