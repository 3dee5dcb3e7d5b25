import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, type Statement, type Transaction } from '../../core/database/index.js';
import { Signals } from '../../core/events/index.js';
import areas from './data/professional-areas.json' with { type: 'json' };

const CODES: Statement = {
  name: 'reference.area-codes',
  text: 'SELECT code FROM professional_areas WHERE archived_at IS NULL',
};

/** The areas every installation begins with. */
export const PROFESSIONAL_AREAS: readonly { readonly code: string; readonly name: string }[] = areas;

/** Codes of areas that may be chosen, as far as this process knows. */
let codes: ReadonlySet<unknown> = new Set(areas.map(({ code }) => code));

/** May this area be chosen? For validation, which cannot wait for the database. */
export const mayChooseArea = (code: unknown): boolean => codes.has(code);

/** Keeps the codes of this process those of the database: read at the start and whenever the moderator writes. */
@Injectable()
export class ChosenAreas implements OnApplicationBootstrap {
  private readonly logger = new Logger('ChosenAreas');

  constructor(
    private readonly database: Database,
    private readonly signals: Signals,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.signals.on('praktika_reference', () => void this.readLater());
    await this.read();
  }

  /** Tells every process when the transaction commits. */
  changed(tx: Transaction): Promise<void> {
    return this.signals.send(tx, 'praktika_reference', 'areas');
  }

  /** Makes this process know at once what it has just written. */
  async read(): Promise<void> {
    const rows = await this.database.read<{ code: string }>({}, CODES);
    codes = new Set(rows.map(({ code }) => code));
  }

  private async readLater(): Promise<void> {
    await this.read().catch((error: unknown) =>
      this.logger.warn(`areas could not be read: ${String(error)}`),
    );
  }
}
