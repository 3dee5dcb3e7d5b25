import { onScopeDispose } from 'vue';
import { useRouter, type HistoryState, type LocationQueryRaw } from 'vue-router';

interface Change {
  /** Takes the place of the present entry of the browser's history, as typing does; a choice makes a new one. */
  readonly replace?: boolean;
  /** Travels with the entry of the browser's history. */
  readonly state?: HistoryState;
}

/**
 * Changes what stands behind the `?` of the page it was called on, and of no other: what was typed a moment before
 * somebody left neither calls them back nor follows them to the next page.
 *
 * @returns the change; it does nothing while the page is being left, and afterwards
 */
export function usePageQuery(): (query: LocationQueryRaw, change?: Change) => void {
  const router = useRouter();
  let leaving = false;
  const forgetStart = router.beforeEach((to, from) => {
    leaving = to.path !== from.path;
  });
  // a navigation that was stopped, by a question before it, leaves one where one was
  const forgetEnd = router.afterEach(() => {
    leaving = false;
  });
  onScopeDispose(() => {
    forgetStart();
    forgetEnd();
    leaving = true;
  });

  return (query, { replace = false, state } = {}) => {
    if (leaving) return;
    void router[replace ? 'replace' : 'push']({ query, ...(state && { state }) });
  };
}
