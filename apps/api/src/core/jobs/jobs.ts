import { Injectable } from '@nestjs/common';
import type { JobsOptions } from 'bullmq';
import type { JobKind, JobPayload } from './job-kind.js';
import { Queues } from './queues.js';

/** What runs when a job's turn comes. It may run twice: its effect must not. */
export type JobHandler<Payload extends JobPayload = JobPayload> = (payload: Payload) => Promise<void>;

const HOUR = 3600;

/** Eight tries over about four minutes; what fails for longer is tried again by the sweep of its own table. */
export const JOB_OPTIONS: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: { age: HOUR, count: 1_000 },
  removeOnFail: { age: 7 * 24 * HOUR, count: 5_000 },
};

/** Jobs the relay adds at once. */
const CHUNK = 500;

/** Adds jobs, and knows who handles them. */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, { kind: JobKind; run: JobHandler }>();

  constructor(private readonly queues: Queues) {}

  /** Registers the one handler of a kind; modules call it when they start. */
  handle<Payload extends JobPayload>(kind: JobKind<Payload>, run: JobHandler<Payload>): void {
    if (this.handlers.has(kind.name)) throw new Error(`job ${kind.name} has two handlers`);
    this.handlers.set(kind.name, { kind, run: run as JobHandler });
  }

  /** The handler of a job's name, or undefined for a name nobody knows. */
  handlerOf(name: string): JobHandler | undefined {
    return this.handlers.get(name)?.run;
  }

  /** Every kind that has a handler. */
  kinds(): readonly JobKind[] {
    return [...this.handlers.values()].map(({ kind }) => kind);
  }

  /**
   * Adds jobs of one kind. A job with a known id is not added again while the queue remembers it.
   * @throws what the queue's store says when it is away; never call it inside a command
   */
  async add<Payload extends JobPayload>(
    kind: JobKind<Payload>,
    jobs: readonly { readonly id: string; readonly payload: Payload }[],
  ): Promise<void> {
    const queue = await this.queues.reach(kind.queue);
    const [only] = jobs;
    if (only && jobs.length === 1) {
      await queue.add(kind.name, only.payload, { ...JOB_OPTIONS, jobId: only.id });
      return;
    }
    for (let start = 0; start < jobs.length; start += CHUNK) {
      await queue.addBulk(
        jobs.slice(start, start + CHUNK).map(({ id, payload }) => ({
          name: kind.name,
          data: payload,
          opts: { ...JOB_OPTIONS, jobId: id },
        })),
      );
    }
  }
}
