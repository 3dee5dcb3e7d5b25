import { Injectable } from '@nestjs/common';
import { REMINDER_AFTER_DAYS, REMINDER_HOUR } from '@praktika/contracts';
import { Clock } from '../../core/clock/index.js';
import { Database, type Statement, type Transaction } from '../../core/database/index.js';
import { ORGANIZATIONS_PER_SIGNAL, Signals, type LiveSignal } from '../../core/events/index.js';
import {
  OPEN_DATE,
  OPEN_DUE_DAYS,
  PAGEWISE,
  SCAN_LOCK,
  SCAN_PAGE,
  TAKE_TURN,
  WHOLESALE,
  type ScanPage,
} from './reminders.commands.js';

/** Documents one transaction serves: short enough to hold up nobody, long enough to be fast (performance.md §4). */
const PAGE = 5_000;

/** What a scan did. */
export interface ScanReport {
  /** Organizations whose day was opened by this scan. */
  readonly organizations: number;
  readonly reminders: number;
  readonly mails: number;
  readonly transactions: number;
  readonly longestTransactionMs: number;
  readonly elapsedMs: number;
}

/**
 * The daily reminder of awaited signatures (domain.md §0.5, manual §5.4.1): set-based, in bounded transactions. Two
 * scanners share the work page by page; one that is killed leaves its cursor to the next.
 */
@Injectable()
export class ReminderScan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signals: Signals,
  ) {}

  /**
   * Serves every organization whose local hour has come today; yesterday's missed reminders are never made up.
   *
   * @param pageSize documents per transaction
   */
  due(pageSize = PAGE): Promise<ScanReport> {
    const now = this.clock.now();
    return this.scan(now, null, pageSize, PAGEWISE, (tx) =>
      tx.query(OPEN_DUE_DAYS, [now, REMINDER_HOUR, REMINDER_AFTER_DAYS]),
    );
  }

  /** A drill: as if `date` (YYYY-MM-DD) were every organization's local date, whatever the hour. */
  forDate(date: string, pageSize = PAGE): Promise<ScanReport> {
    return this.scan(this.clock.now(), date, pageSize, WHOLESALE, (tx) =>
      tx.query(OPEN_DATE, [date, REMINDER_AFTER_DAYS]),
    );
  }

  private async scan(
    now: Date,
    date: string | null,
    pageSize: number,
    settings: Statement,
    open: (tx: Transaction) => Promise<unknown[]>,
  ): Promise<ScanReport> {
    const started = performance.now();
    const total = { reminders: 0, mails: 0, transactions: 1, longestTransactionMs: 0 };
    const opened = await this.timed(total, () => this.under(settings, open));
    for (let days = 1; days > 0;) {
      const page = await this.timed(total, () => this.page(now, date, pageSize));
      total.reminders += page.reminders;
      total.mails += page.mails;
      total.transactions += 1;
      days = page.days;
    }
    return { organizations: opened.length, ...total, elapsedMs: Math.round(performance.now() - started) };
  }

  private page(now: Date, date: string | null, pageSize: number): Promise<ScanPage> {
    return this.under(PAGEWISE, async (tx) => {
      const [page] = await tx.query<ScanPage & Record<string, unknown>>(SCAN_PAGE, [
        now,
        date,
        REMINDER_AFTER_DAYS,
        pageSize,
      ]);
      if (!page) return { reminders: 0, mails: 0, told: [], days: 0 };
      await this.tell(tx, page);
      return page;
    });
  }

  /** One scanner at a time opens days or takes a page: two that did it side by side would wait for each other's rows. */
  private under<Result>(settings: Statement, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.database.asJobs(async (tx) => {
      await tx.query(settings);
      await tx.query(TAKE_TURN, [SCAN_LOCK]);
      return work(tx);
    });
  }

  /** Open pages hear of their new counters, and the mail leaves, when the page is committed. */
  private async tell(tx: Transaction, { told, mails }: ScanPage): Promise<void> {
    for (let start = 0; start < told.length; start += ORGANIZATIONS_PER_SIGNAL) {
      const signal: LiveSignal = { organizationIds: told.slice(start, start + ORGANIZATIONS_PER_SIGNAL) };
      await this.signals.send(tx, 'praktika_live', JSON.stringify(signal));
    }
    if (mails > 0) await this.signals.send(tx, 'praktika_work', 'mails');
  }

  private async timed<Result>(
    total: { longestTransactionMs: number },
    work: () => Promise<Result>,
  ): Promise<Result> {
    const started = performance.now();
    const result = await work();
    total.longestTransactionMs = Math.max(
      total.longestTransactionMs,
      Math.round(performance.now() - started),
    );
    return result;
  }
}
