import { Injectable } from '@nestjs/common';
import { Database } from '../../core/database/index.js';
import type { SetupDto } from './setup.dto.js';
import { SOMEBODY_ACTS } from './setup.queries.js';

/** Whether the installation still waits for its first person. */
@Injectable()
export class Setup {
  constructor(private readonly database: Database) {}

  /** Set-up is over as soon as anybody acts here: after the link was used, and in a demo from the start. */
  async read(): Promise<SetupDto> {
    const [row] = await this.database.read<{ acting: boolean }>({}, SOMEBODY_ACTS);
    return { needed: row?.acting === false };
  }
}
