import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { MISSED, Signals } from '../events/index.js';
import { Mailer } from './mailer.js';

/** Lets a mail leave right after it was ordered, instead of at the minute's sweep. */
@Injectable()
export class MailSignals implements OnApplicationBootstrap {
  private readonly logger = new Logger('Mail');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly signals: Signals,
    private readonly mailer: Mailer,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.signals.on('praktika_work', (payload) => {
      if (payload !== 'mails' && payload !== MISSED) return;
      this.mailer.sweep().catch((error: unknown) => this.logger.warn(`mail sweep: ${String(error)}`));
    });
  }
}
