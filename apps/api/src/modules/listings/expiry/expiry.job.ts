import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, Jobs } from '../../../core/jobs/index.js';
import { ExpireListings } from './expire-listings.js';

/** After each hour's beginning: in every zone soon after the midnight that ends the last day. */
const EXPIRY = defineJob({
  name: 'listings.expiry',
  queue: 'schedule',
  schedule: '6 * * * *',
  atStart: true,
});

/** The hourly run; a start after downtime runs it too. */
@Injectable()
export class ExpiryJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly expiry: ExpireListings,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(EXPIRY, async () => void (await this.expiry.run()));
  }
}
