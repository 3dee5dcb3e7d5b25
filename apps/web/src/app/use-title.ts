import { watchEffect } from 'vue';
import { setPageTitle } from './announce-page.js';

/** Keeps the tab's title equal to something that becomes known later, such as the document's name. */
export function useTitle(title: () => string | undefined): void {
  watchEffect(() => {
    const text = title();
    if (text) setPageTitle(text);
  });
}
