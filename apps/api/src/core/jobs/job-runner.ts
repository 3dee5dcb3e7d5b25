import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { UnrecoverableError, type Job, type Worker } from 'bullmq';
import { CONFIG, type Config } from '../config/index.js';
import { Metrics } from '../metrics/index.js';
import { QUEUES, type JobPayload, type QueueName } from './job-kind.js';
import { Jobs } from './jobs.js';
import { Queues } from './queues.js';
import { Scheduler } from './scheduler.js';

/** Jobs of a queue that one process works on at once; the rest of its connections are for requests. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = {
  events: 5,
  mail: 4,
  schedule: 2,
  operations: 2,
  texts: 1,
};

/** A job that is still running when the process must end is given this long, then left to another worker. */
const CLOSE_LIMIT_MS = 10_000;

/** Runs the jobs in the processes that are told to (RUN_JOBS, worker). */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private workers: Worker[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queues: Queues,
    private readonly jobs: Jobs,
    private readonly scheduler: Scheduler,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.workers = QUEUES.map((name) => this.queues.work(name, CONCURRENCY[name], (job) => this.run(job)));
    for (const worker of this.workers) worker.on('failed', (job, error) => this.failed(job, error));
    this.scheduler.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.scheduler.stop();
    if (this.workers.length === 0) return;
    // with the store away there is nothing to finish, and waiting for it would never end
    const away = await this.queues.reach('events').then(
      () => false,
      () => true,
    );
    const closing = Promise.allSettled(this.workers.map((worker) => worker.close(away)));
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, CLOSE_LIMIT_MS);
    });
    await Promise.race([closing, limit]);
    clearTimeout(timer);
  }

  private async run(job: Job): Promise<void> {
    const handler = this.jobs.handlerOf(job.name);
    if (!handler) throw new UnrecoverableError(`unknown job ${job.name}`);
    const stop = this.metrics.jobSeconds.startTimer({ job: job.name });
    await handler(job.data as JobPayload).finally(stop);
  }

  private failed(job: Job | undefined, error: Error): void {
    const name = job && this.jobs.handlerOf(job.name) ? job.name : 'unknown';
    this.metrics.jobFailures.inc({ job: name });
    this.logger.warn(`job ${name} failed, attempt ${job?.attemptsMade ?? 0}: ${error.message}`);
  }
}
