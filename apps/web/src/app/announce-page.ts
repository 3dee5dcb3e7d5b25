import { nextTick } from 'vue';
import type { RouteLocationNormalized } from 'vue-router';
import { t } from './i18n.js';

/** The browser tab's title: the page's own words, then the product's name. */
export function setPageTitle(title: string): void {
  document.title = title ? `${title} · ${t('app.name')}` : t('app.name');
}

/** Moves the keyboard and the screen reader to the page's heading, as a full page load would. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

/**
 * After a change of page: title, then focus on h1. The first page of a visit and a change of filters (the same
 * path) leave the focus where it is; a page drawn later focuses its own heading when it appears (UiPage).
 */
export function announcePage(to: RouteLocationNormalized, from: RouteLocationNormalized): void {
  if (to.meta.title) setPageTitle(t(to.meta.title));
  if (from.matched.length === 0 || to.path === from.path || isQuiet()) return;
  void nextTick(() => focusHeading());
}

/** A move that continues the same work under another address (a new draft got its id) leaves the focus alone. */
function isQuiet(): boolean {
  return (history.state as { quiet?: boolean } | null)?.quiet === true;
}
