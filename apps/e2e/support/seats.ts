import type { Browser, BrowserContext } from '@playwright/test';
import { Api } from './api.js';
import { watch } from './watch.js';

/** A browser one visitor sits at. */
export interface Seat {
  readonly context: BrowserContext;
  /** What its pages did that no page may do. */
  readonly complaints: string[];
}

/** Everything a page may leave behind, but for the files it was made of. */
const LEFT_BEHIND = 'cookies,local_storage,indexeddb,cache_storage,service_workers,file_systems';

/**
 * Browser contexts that pass from one visitor to the next, emptied in between. What stays is the cache of the product's
 * own files, which every visitor would fetch and compile anew otherwise.
 */
export class Seats {
  private readonly free: Seat[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly origin: string,
  ) {}

  async take(): Promise<Seat> {
    const known = this.free.pop();
    if (known) return known;
    const context = await this.browser.newContext();
    return { context, complaints: watch(context, this.origin) };
  }

  /** Signs the visitor out and leaves nothing of theirs. @returns what their pages did that no page may do */
  async giveBack(seat: Seat): Promise<readonly string[]> {
    const { context, complaints } = seat;
    await new Api(context.request).signOut();
    const page = context.pages().at(-1) ?? (await context.newPage());
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: this.origin, storageTypes: LEFT_BEHIND });
    for (const open of context.pages()) await open.close();
    await context.clearCookies();
    await context.clearPermissions();
    this.free.push(seat);
    return complaints.splice(0);
  }
}
