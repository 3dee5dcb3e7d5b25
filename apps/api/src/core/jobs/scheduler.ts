import { Injectable, Logger } from '@nestjs/common';
import { JOB_OPTIONS, Jobs } from './jobs.js';
import type { JobKind } from './job-kind.js';
import { Queues } from './queues.js';

/** How often it is checked that the queue still knows every schedule: a flushed Redis forgets them. */
const CHECK_EVERY_MS = 30_000;

/** Keeps the schedules of all kinds of jobs in the queue, and starts at once what may have been missed. */
@Injectable()
export class Scheduler {
  private readonly logger = new Logger('Scheduler');
  private timer: NodeJS.Timeout | undefined;
  private caughtUp = false;

  constructor(
    private readonly queues: Queues,
    private readonly jobs: Jobs,
  ) {}

  start(): void {
    void this.check();
    this.timer = setInterval(() => void this.check(), CHECK_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** One check. A queue that is away is asked again at the next one. */
  async check(): Promise<void> {
    try {
      await this.keepSchedules();
      if (!this.caughtUp) await this.catchUp();
      this.caughtUp = true;
    } catch (error) {
      this.logger.warn(`schedules not checked: ${String(error)}`);
    }
  }

  /** A schedule that stands as it should is left alone: setting it anew at its very minute would skip a run. */
  private async keepSchedules(): Promise<void> {
    const wanted = this.jobs.kinds().filter((kind) => kind.schedule !== undefined);
    const queue = await this.queues.reach('schedule');
    const standing = await queue.getJobSchedulers();
    for (const kind of wanted) {
      if (standing.some(({ key, pattern }) => key === kind.name && pattern === kind.schedule)) continue;
      await queue.upsertJobScheduler(
        kind.name,
        { pattern: kind.schedule, tz: 'UTC' },
        { name: kind.name, data: {}, opts: JOB_OPTIONS },
      );
    }
    for (const { key } of standing) {
      if (!wanted.some((kind) => kind.name === key)) await queue.removeJobScheduler(key);
    }
  }

  private async catchUp(): Promise<void> {
    const kinds: readonly JobKind[] = this.jobs.kinds().filter((kind) => kind.atStart);
    for (const kind of kinds)
      await this.jobs.add(kind, [{ id: `start-${kind.name}-${Date.now()}`, payload: {} }]);
  }
}
