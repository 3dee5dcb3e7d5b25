import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Clock } from '../../core/clock/index.js';
import { CONFIG, type Config } from '../../core/config/index.js';
import { TrustRegistry } from '../signatures/index.js';
import { issueLists, loadCentres } from './certification-centre.js';
import { demoFolder } from './demo-folder.js';

const HOUR_MS = 3_600_000;

/** The demo's lists come out daily (domain.md §8.12). */
const DAY_MS = 24 * HOUR_MS;

/** The demo centre's duty: fresh revocation lists at every start and every day, so that its signatures verify. */
@Injectable()
export class DemoRevocation implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('DemoRevocation');
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly registry: TrustRegistry,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.trustProfile !== 'demo') return;
    await this.reissue();
    this.timer = setInterval(() => void this.reissueWhenOld(), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Issues lists now. Without a centre in the data folder there is nothing to do. */
  async reissue(): Promise<void> {
    try {
      const centres = await loadCentres(demoFolder(this.config.dataDirectory).centre);
      if (centres) await issueLists(this.registry, centres, this.clock.now());
    } catch (error) {
      this.logger.error(error);
    }
  }

  private async reissueWhenOld(): Promise<void> {
    const newest = await this.registry.newestList('demo').catch(() => undefined);
    const age = newest ? this.clock.now().getTime() - newest.getTime() : Infinity;
    if (age >= DAY_MS - HOUR_MS) await this.reissue();
  }
}
