import { Injectable } from '@nestjs/common';
import { SAVED_SEARCH_HOUR, SAVED_SEARCH_LIMITS } from '@praktika/contracts';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { Signals, type LiveSignal } from '../../../core/events/index.js';
import { NEWS_LOCK, NEWS_PAGE, PAGEWISE, TAKE_TURN, type NewsPage } from './daily-news.commands.js';

/** People one transaction serves. */
const PAGE = 200;

/** Listings of one search are counted up to here. */
const COUNTED = 101;

/** A publication is news once its transaction is surely over: idle and statement timeouts end one by then. */
const SETTLED_MS = 15_000;

/** Before everybody. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What a run did. */
export interface NewsReport {
  readonly told: number;
  readonly listings: number;
}

/**
 * The daily message about new listings: per person one bell entry and one letter about all their saved searches, none
 * when nothing is new, exactly once a day whatever crashes or runs twice (as the daily reminder, domain.md §0.5).
 */
@Injectable()
export class TellOfNewListings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signals: Signals,
  ) {}

  /**
   * @param date of a drill (YYYY-MM-DD): as if it were everybody's local date, whatever the hour; else only those are
   *   told for whose organization it is nine o'clock or later
   * @param pageSize people per transaction
   */
  async run(date: string | null = null, pageSize = PAGE): Promise<NewsReport> {
    const now = this.clock.now();
    const total = { told: 0, listings: 0 };
    let [organization, person] = [NOBODY, NOBODY];
    for (;;) {
      const page = await this.page(now, date, organization, person, pageSize);
      if (!page || page.lastOrganization === null || page.lastPerson === null) return total;
      total.told += page.told;
      total.listings += page.listings;
      [organization, person] = [page.lastOrganization, page.lastPerson];
    }
  }

  private page(
    now: Date,
    date: string | null,
    organization: string,
    person: string,
    pageSize: number,
  ): Promise<NewsPage | undefined> {
    const upTo = new Date(now.getTime() - SETTLED_MS);
    return this.database.asJobs(async (tx) => {
      await tx.query(PAGEWISE);
      await tx.query(TAKE_TURN, [NEWS_LOCK]);
      const values = [now, date, SAVED_SEARCH_HOUR, organization, person, pageSize, upTo, COUNTED];
      const [page] = await tx.query<NewsPage & Record<string, unknown>>(NEWS_PAGE, [
        ...values,
        SAVED_SEARCH_LIMITS.listed,
      ]);
      if (!page || page.told === 0) return page;
      const signal: LiveSignal = { organizationIds: page.organizations };
      await this.signals.send(tx, 'praktika_live', JSON.stringify(signal));
      await this.signals.send(tx, 'praktika_work', 'mails');
      return page;
    });
  }
}
