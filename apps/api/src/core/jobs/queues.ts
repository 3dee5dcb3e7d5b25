import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Job, Queue, Worker } from 'bullmq';
import { CONFIG, type Config } from '../config/index.js';
import { QUEUES, type QueueName } from './job-kind.js';
import { openQueueBackend, type QueueBackend } from './queue-backend.js';

/**
 * The one place that opens queues and their workers. A queue opens at its first use, so a process that only runs a
 * command by hand holds no connection to it.
 */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private readonly opened = new Map<QueueName, Queue>();
  private backend: QueueBackend | undefined;
  private lastError = '';

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * A queue that answers now.
   * @throws Error when its store is away; a producer never waits for it
   */
  async reach(name: QueueName): Promise<Queue> {
    await this.store().reachable();
    return this.get(name);
  }

  /** The producer's side of a queue, whether its store is there or not. */
  get(name: QueueName): Queue {
    const known = this.opened.get(name);
    if (known) return known;
    const queue = this.store().queue(name);
    queue.on('error', this.report);
    this.opened.set(name, queue);
    return queue;
  }

  /** Every queue, for the board and the metrics. */
  all(): readonly Queue[] {
    return QUEUES.map((name) => this.get(name));
  }

  /** Starts working a queue off. The caller closes the worker. */
  work(name: QueueName, concurrency: number, run: (job: Job) => Promise<void>): Worker {
    const worker = this.store().worker(name, concurrency, run);
    worker.on('error', this.report);
    return worker;
  }

  async onApplicationShutdown(): Promise<void> {
    for (const queue of this.opened.values()) void queue.close().catch(this.report);
    await this.backend?.close().catch(this.report);
  }

  private store(): QueueBackend {
    return (this.backend ??= openQueueBackend(this.config, this.report));
  }

  /** A store that is away complains at every try to connect: each complaint is told once in a row. */
  private readonly report = (error: unknown): void => {
    const message = error instanceof Error ? error.message || error.name : String(error);
    if (message === this.lastError) return;
    this.lastError = message;
    this.logger.warn(`queue: ${message}`);
  };
}
