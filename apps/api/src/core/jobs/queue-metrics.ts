import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../metrics/index.js';
import { QUEUES } from './job-kind.js';
import { Queues } from './queues.js';

/** Jobs by queue and state, counted when the metrics are asked for. */
@Injectable()
export class QueueMetrics implements OnModuleInit {
  constructor(
    private readonly queues: Queues,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const queues = this.queues;
    new Gauge({
      name: 'queue_jobs',
      help: 'Jobs in a queue by state',
      labelNames: ['queue', 'state'],
      registers: [this.metrics.registry],
      async collect() {
        for (const name of QUEUES) {
          const queue = await queues.reach(name).catch(() => undefined);
          const counted = await queue?.getJobCounts('waiting', 'active', 'delayed', 'failed');
          for (const [state, count] of Object.entries(counted ?? {})) this.set({ queue: name, state }, count);
        }
      },
    });
  }
}
