import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, type Statement, type Transaction } from '../../core/database/index.js';
import { Signals } from '../../core/events/index.js';
import areas from './data/professional-areas.json' with { type: 'json' };

/** An area as a process remembers it. */
export interface KnownArea {
  readonly code: string;
  readonly name: string;
  /** Taken out of the reference data: named by what was written with it, chosen no more. */
  readonly archived: boolean;
}

const KNOWN: Statement = {
  name: 'reference.known-areas',
  text: 'SELECT code, name, archived_at IS NOT NULL AS archived FROM professional_areas ORDER BY code',
};

const byCode = (rows: readonly KnownArea[]): ReadonlyMap<string, KnownArea> =>
  new Map(rows.map((area) => [area.code, area]));

let known = byCode(areas.map((area) => ({ ...area, archived: false })));

/** An area by its code, as far as this process knows: for validation and views, which cannot wait for the database. */
export const knownArea = (code: unknown): KnownArea | undefined =>
  typeof code === 'string' ? known.get(code) : undefined;

/** All areas this process knows, in the order of their codes. */
export const knownAreas = (): readonly KnownArea[] => [...known.values()];

/** May this area be chosen? */
export const mayChooseArea = (code: unknown): boolean => knownArea(code)?.archived === false;

/** Keeps the areas of this process those of the database: read at the start and whenever the moderator writes. */
@Injectable()
export class ChosenAreas implements OnApplicationBootstrap {
  private readonly logger = new Logger('ChosenAreas');

  constructor(
    private readonly database: Database,
    private readonly signals: Signals,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.signals.on('praktika_reference', () => void this.readIfThere());
    await this.readIfThere();
  }

  /** Tells every process when the transaction commits. */
  changed(tx: Transaction): Promise<void> {
    return this.signals.send(tx, 'praktika_reference', 'areas');
  }

  /** Makes this process know at once what it has just written. */
  async read(): Promise<void> {
    const rows = await this.database.read<KnownArea & Record<string, unknown>>({}, KNOWN);
    known = byCode(rows);
  }

  /** Without the database the present knowledge goes on; the signals tell when it is back. */
  private async readIfThere(): Promise<void> {
    await this.read().catch((error: unknown) => {
      this.logger.warn(`areas could not be read: ${String(error)}`);
    });
  }
}
