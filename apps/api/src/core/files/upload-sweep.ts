import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BlobStore } from './blob-store.js';

const HOUR = 3_600_000;

/** An upload takes minutes; what is older than a day was interrupted (reliability.md §4.10). */
const ABANDONED_AFTER = 24 * HOUR;

/**
 * Removes what interrupted uploads left: at the start and once an hour. By the machine's clock, because the file
 * system stamps with it.
 */
@Injectable()
export class UploadSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('UploadSweep');
  private timer?: NodeJS.Timeout;

  constructor(private readonly blobs: BlobStore) {}

  onApplicationBootstrap(): void {
    void this.run();
    this.timer = setInterval(() => void this.run(), HOUR).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One sweep; a failing disk is logged, it must not end the process. */
  async run(): Promise<void> {
    try {
      const removed = await this.blobs.sweep(new Date(Date.now() - ABANDONED_AFTER));
      if (removed > 0) this.logger.log(`removed ${removed} abandoned uploads`);
    } catch (error) {
      this.logger.error(error);
    }
  }
}
