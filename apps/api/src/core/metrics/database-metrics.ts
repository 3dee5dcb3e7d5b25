import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { Gauge } from 'prom-client';
import { POOL } from '../database/index.js';
import { Metrics } from './metrics.js';

/** Connections of the pool by what they do, and requests that wait for one. */
@Injectable()
export class DatabaseMetrics implements OnModuleInit {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const { pool } = this;
    new Gauge({
      name: 'database_pool',
      help: 'Connections of the pool: busy, idle, and requests waiting for one',
      labelNames: ['state'],
      registers: [this.metrics.registry],
      collect() {
        this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
  }
}
