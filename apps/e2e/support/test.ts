import { test as base, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test';
import { Api } from './api.js';
import { baseUrl } from './instance.js';
import type { Person } from './people.js';
import { watch } from './watch.js';

export { expect } from '@playwright/test';

interface Visits {
  /** A page of a browser nobody has signed in with. */
  visit: () => Promise<Page>;
  /** A page of a browser of this person's own, signed in through the API. */
  enter: (person: Person) => Promise<Page>;
}

interface Desks {
  /** The API as this person, signed in once for all tests. */
  desk: (person: Person) => Promise<Api>;
}

/**
 * Tests with people in them. Each visitor has a browser context of their own; at the end of the test none of their
 * pages may have asked another origin, broken the Content-Security-Policy or thrown.
 */
export const test = base.extend<Visits, Desks>({
  visit: async ({ browser }, use) => {
    const contexts: { browser: BrowserContext; complaints: string[] }[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push({ browser: context, complaints: watch(context, new URL(baseUrl).origin) });
      return context.newPage();
    });
    for (const context of contexts) {
      await new Api(context.browser.request).signOut();
      await context.browser.close();
    }
    const complaints = contexts.flatMap((context) => context.complaints);
    base.expect(complaints, 'what no page may do').toEqual([]);
  },

  enter: async ({ visit }, use) => {
    await use(async (person) => {
      const page = await visit();
      await new Api(page.request).signIn(person);
      return page;
    });
  },

  desk: [
    async ({ playwright }, use) => {
      const open = new Map<string, { request: APIRequestContext; api: Api }>();
      await use(async (person) => {
        const known = open.get(person.email);
        if (known) return known.api;
        const request = await playwright.request.newContext({ baseURL: baseUrl });
        const api = new Api(request);
        await api.signIn(person);
        open.set(person.email, { request, api });
        return api;
      });
      for (const { request, api } of open.values()) {
        await api.signOut();
        await request.dispose();
      }
    },
    { scope: 'worker' },
  ],
});
