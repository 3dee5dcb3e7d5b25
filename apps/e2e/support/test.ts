import { test as base, type APIRequestContext, type Page } from '@playwright/test';
import { Api } from './api.js';
import { baseUrl } from './instance.js';
import type { Person } from './people.js';
import { Seats, type Seat } from './seats.js';

export { expect } from '@playwright/test';

interface Visits {
  /** A page of a browser nobody has signed in with. */
  visit: () => Promise<Page>;
  /** A page of a browser of this person's own, signed in through the API. */
  enter: (person: Person) => Promise<Page>;
}

interface Desks {
  /** Browsers for the visitors, for all tests. */
  seats: Seats;
  /** The API as this person, signed in once for all tests. */
  desk: (person: Person) => Promise<Api>;
}

/**
 * Tests with people in them. Each visitor has a browser context to themselves; at the end of the test none of their pages
 * may have asked another origin, broken the Content-Security-Policy or thrown.
 */
export const test = base.extend<Visits, Desks>({
  visit: async ({ seats }, use) => {
    const taken: Seat[] = [];
    await use(async () => {
      const seat = await seats.take();
      taken.push(seat);
      return seat.context.newPage();
    });
    const complaints: string[] = [];
    for (const seat of taken) complaints.push(...(await seats.giveBack(seat)));
    base.expect(complaints, 'what no page may do').toEqual([]);
  },

  enter: async ({ visit }, use) => {
    await use(async (person) => {
      const page = await visit();
      await new Api(page.request).signIn(person);
      return page;
    });
  },

  seats: [async ({ browser }, use) => use(new Seats(browser, new URL(baseUrl).origin)), { scope: 'worker' }],

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
