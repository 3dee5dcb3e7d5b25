import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, Jobs } from '../../../core/jobs/index.js';
import { TellOfNewListings } from './tell-of-new-listings.js';

/** After each hour's beginning: nine o'clock comes to the zones one after the other. */
const NEWS = defineJob({
  name: 'saved-searches.news',
  queue: 'schedule',
  schedule: '4 * * * *',
  atStart: true,
});

/** The hourly run; a start after downtime runs it too. */
@Injectable()
export class DailyNewsJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly news: TellOfNewListings,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(NEWS, async () => void (await this.news.run()));
  }
}
