import { nextTick } from 'vue';

/** Nothing on the page has the focus: what had it is gone. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * Gives the focus a place after a window has closed. The window hands it back by itself, in a task of its own, to what
 * it was opened from; only when that is gone is it put here.
 */
export async function placeLostFocus(place: () => void): Promise<void> {
  await nextTick();
  setTimeout(() => {
    if (isFocusLost()) place();
  });
}
