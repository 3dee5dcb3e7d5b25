import { onMounted, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { focusHeading } from '../../../app/announce-page.js';
import { isFocusLost } from '../../../ui/lost-focus.js';
import { ROW_LINK } from './use-registry-keys.js';

/**
 * Where the keyboard stands in the list: on its first row after another page was asked for, whose button may be gone
 * by then, and on the row that was opened last when the browser comes back to the list.
 *
 * @param page what the list shows; nothing while it is being read
 */
export function useListFocus(list: Readonly<Ref<HTMLElement | null>>, page: MaybeRefOrGetter<unknown>) {
  const router = useRouter();
  let turning = false;
  let opened = openedFromHere();

  /** The document the next entry of the browser's history is about. */
  function openedFromHere(): string | undefined {
    const { forward } = router.options.history.state;
    if (typeof forward !== 'string') return undefined;
    const { id } = router.resolve(forward).params;
    return typeof id === 'string' ? id : undefined;
  }

  /** To the first row; a list without rows leaves the page's heading. */
  function enter(): void {
    const link = list.value?.querySelector<HTMLElement>(ROW_LINK);
    if (link) link.focus();
    else focusHeading();
  }

  /** A page that could not be read may come after something else has been begun: a text being typed is left alone. */
  const typing = () => document.activeElement?.matches('input, textarea') ?? false;

  /** Nobody has gone anywhere yet: the heading takes the focus of every page that opens. */
  function backTo(id: string): void {
    if (!isFocusLost() && !document.activeElement?.matches('h1')) return;
    list.value?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] ${ROW_LINK}`)?.focus();
  }

  function arrive(): void {
    if (!toValue(page)) return;
    const id = opened;
    opened = undefined;
    if (turning && !typing()) enter();
    // after the heading, which takes the focus when the navigation ends
    else if (id) setTimeout(() => backTo(id));
    turning = false;
  }

  onMounted(arrive);
  watch(() => toValue(page), arrive, { flush: 'post' });

  /** Another page is asked for: the focus goes to it when it is here. */
  function turn(): void {
    turning = true;
  }

  return { enter, turn };
}
