import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Counter } from 'prom-client';
import { defineJob, Jobs } from '../../core/jobs/index.js';
import { Metrics } from '../../core/metrics/index.js';
import { ReminderScan } from './scan.js';

/** A minute past each hour, so that no clock's small error makes nine o'clock of somebody's zone be missed. */
const SCAN = defineJob({ name: 'reminders.scan', queue: 'schedule', schedule: '1 * * * *', atStart: true });

/** The hourly run of the scan; a start after downtime runs it too. */
@Injectable()
export class RemindersJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly scan: ReminderScan,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const sent = new Counter({
      name: 'reminders_sent_total',
      help: 'Signature reminders written by this process',
      registers: [this.metrics.registry],
    });
    this.jobs.handle(SCAN, async () => sent.inc((await this.scan.due()).reminders));
  }
}
