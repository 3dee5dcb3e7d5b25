import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { sortTrustFiles } from '@praktika/signing';
import { CONFIG, type Config } from '../../../core/config/index.js';
import { TrustRegistry } from './trust-registry.js';

const IMPORT_EVERY_MS = 10 * 60_000;

/** A root list of a state with all its authorities is about one megabyte; the largest CRLs are some tens. */
const MAX_FILES = 5_000;

/**
 * The operator's way to say whom to trust in production: files put into `DATA_DIR/trust`.
 *
 *     anchors/    roots and intermediate authorities, DER or PEM
 *     crls/       their revocation lists, replaced as new ones come out
 *     withdrawn/  certificates no longer to be trusted
 *
 * Read at the start and every ten minutes. Nothing is ever fetched from an address inside an uploaded signature.
 */
@Injectable()
export class TrustFolder implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('TrustFolder');
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly registry: TrustRegistry,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.trustProfile !== 'production') return;
    await this.run();
    this.timer = setInterval(() => void this.run(), IMPORT_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One import; a broken file is named in the log and keeps nobody else from being imported. */
  async run(): Promise<void> {
    try {
      const [trusted, lists, withdrawn] = [
        await this.read('anchors'),
        await this.read('crls'),
        await this.read('withdrawn'),
      ];
      await this.registry.add('production', {
        certificates: [...trusted.anchors, ...trusted.intermediates],
        crls: lists.crls,
      });
      await this.registry.withdraw([...withdrawn.anchors, ...withdrawn.intermediates]);
    } catch (error) {
      this.logger.error(error);
    }
  }

  private async read(folder: string): Promise<ReturnType<typeof sortTrustFiles>> {
    const directory = join(this.config.dataDirectory, 'trust', folder);
    const names = (await readdir(directory).catch(() => [])).slice(0, MAX_FILES);
    const files = sortTrustFiles(await Promise.all(names.map((name) => readFile(join(directory, name)))));
    for (const index of files.unreadable)
      this.logger.warn(`not a certificate nor a CRL: ${folder}/${names[index]}`);
    return files;
  }
}
