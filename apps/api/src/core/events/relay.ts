import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../clock/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { defineJob, Jobs } from '../jobs/index.js';
import { Metrics } from '../metrics/index.js';
import { LATE, LEAD, OLDEST, RELAY_LOCK, SEQUENCE } from './outbox.commands.js';
import { Reactions } from './reactions.js';
import { Signals } from './signals.js';

/** Reactions to some events, their ids comma-separated. */
const REACT = defineJob<{ eventIds: string }>({ name: 'events.react', queue: 'events' });

/** Outbox rows one transaction puts in order. */
const BATCH = 1_000;
/** Events whose reactions are one job: a batch of documents is not a job for each. */
const GROUP = 25;
/** Commands that commit within this time share one look at the outbox. */
const GATHER_MS = 20;
/** A look without being told to: no wake-up can be lost for longer (a notification is seen within five seconds). */
const LOOK_EVERY_MS = 2_000;
/** While an operation writes its parts such a look is left out, but never two one after the other. */
const PATIENCE_MS = 3_000;
/** An operation writes a part at least this often. */
const BUSY_MS = 1_000;
/** Events that are not handled after this time are put into the queue again (reliability.md §4.6). */
const SWEEP_EVERY_MS = 30_000;
/** A late event is put into the queue again at most once in this time, so that a backlog does not double itself. */
const SWEEP_PERIOD_MS = 600_000;

/**
 * Carries committed events from the outbox to the queue. The outbox is the truth: the queue may be away, restarted
 * or emptied, and the sweep puts back what has not been handled (docs/adr/0005-outbox-and-queue.md).
 */
@Injectable()
export class EventRelay implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Relay');
  private timers: NodeJS.Timeout[] = [];
  private gathering: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private closed = false;
  private busyUntil = 0;
  private lookedAt = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly reactions: Reactions,
    private readonly signals: Signals,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(REACT, ({ eventIds }) => this.reactions.runAll(eventIds.split(',')));
    this.measure();
  }

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.signals.on('praktika_work', () => this.wake());
    this.timers = [
      setInterval(() => this.look(), LOOK_EVERY_MS),
      setInterval(() => void this.quietly(() => this.sweep()), SWEEP_EVERY_MS),
    ];
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    for (const timer of this.timers) clearInterval(timer);
    clearTimeout(this.gathering);
    await this.running;
  }

  /**
   * Says that something was committed. Returns at once and never fails: a process without jobs passes the word on,
   * and what is not heard is seen two seconds later.
   */
  wake(): void {
    if (this.gathering || this.closed) return;
    this.gathering = setTimeout(() => {
      this.gathering = undefined;
      const work = this.config.runJobs
        ? () => this.pump()
        : () => this.signals.sendNow('praktika_work', 'events');
      this.running = this.running.then(() => this.quietly(work));
    }, GATHER_MS);
    this.gathering.unref();
  }

  /**
   * Says that an operation is writing its parts. What they leave behind is carried out when it has ended, unless that
   * takes long: beside the parts it would take as much of the machine as they do.
   */
  giveWay(): void {
    this.busyUntil = performance.now() + BUSY_MS;
  }

  private look(): void {
    const now = performance.now();
    if (now < this.busyUntil && now - this.lookedAt < PATIENCE_MS) return;
    this.wake();
  }

  /** Puts everything that waits in order and into the queue. Answers with the number of events. */
  async pump(): Promise<number> {
    this.lookedAt = performance.now();
    let events = 0;
    for (;;) {
      const batch = await this.sequence();
      await this.enqueue(batch.map(({ eventId }) => eventId));
      events += batch.length;
      if (batch.reduce((sum, { rows }) => sum + rows, 0) < BATCH) return events;
    }
  }

  /** Puts events that nobody has handled for a while into the queue once more. Answers with their number. */
  async sweep(olderThanMs: number = SWEEP_EVERY_MS): Promise<number> {
    const now = this.clock.now().getTime();
    const late = await this.database.asJobs((tx) =>
      tx.query<{ eventId: string }>(LATE, [new Date(now - olderThanMs), BATCH]),
    );
    const period = Math.floor(Date.now() / SWEEP_PERIOD_MS);
    await this.enqueue(
      late.map(({ eventId }) => eventId),
      `-${period}`,
    );
    return late.length;
  }

  private sequence(): Promise<{ eventId: string; rows: number }[]> {
    return this.database.asJobs(async (tx) => {
      await tx.query(LEAD, [RELAY_LOCK]);
      return tx.query<{ eventId: string; rows: number }>(SEQUENCE, [BATCH]);
    });
  }

  /** @param suffix of the jobs' ids, which are those of their first events */
  private async enqueue(eventIds: readonly string[], suffix = ''): Promise<void> {
    if (eventIds.length === 0) return;
    const groups = Array.from({ length: Math.ceil(eventIds.length / GROUP) }, (_, group) =>
      eventIds.slice(group * GROUP, (group + 1) * GROUP),
    );
    await this.jobs.add(
      REACT,
      groups.map((group) => ({ id: `${group[0]}${suffix}`, payload: { eventIds: group.join() } })),
    );
  }

  /** The next look repeats what fails now. */
  private async quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.closed) this.logger.warn(`relay: ${String(error)}`);
    }
  }

  private measure(): void {
    const { database, clock } = this;
    new Gauge({
      name: 'outbox_oldest_seconds',
      help: 'Age of the oldest event whose reactions are not done',
      registers: [this.metrics.registry],
      async collect() {
        const rows = await database.asJobs((tx) => tx.query<{ at: string | null }>(OLDEST)).catch(() => []);
        const at = rows[0]?.at;
        this.set(at ? (clock.now().getTime() - Date.parse(at)) / 1000 : 0);
      },
    });
  }
}
