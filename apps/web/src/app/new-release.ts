import type { Router } from 'vue-router';

/** How browsers word it that a lazily loaded part of the page could not be had. */
const MISSING_PART = /dynamically imported module|importing a module script|unable to preload/i;

/**
 * After a release the parts of a page that is still open are gone from the server, and a link to one of them would
 * do nothing. The wanted page is then loaded whole. Without a connection everything stays as it is; the first page
 * of a visit is left alone, so that this cannot go round in circles.
 */
export function followNewRelease(router: Router): void {
  router.onError(async (error, to, from) => {
    if (from.matched.length === 0 || !(error instanceof Error) || !MISSING_PART.test(error.message)) return;
    const answer = await fetch('/', { cache: 'no-store' }).catch(() => undefined);
    if (answer?.ok) location.assign(to.fullPath);
  });
}
