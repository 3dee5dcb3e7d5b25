import { Injectable } from '@nestjs/common';
import { Choices } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { AREAS } from './reference-data.queries.js';
import { REGIONS } from './regions.js';

const REGION_CHOICES = new Choices(REGIONS.map(({ code, name }) => [code, name] as const));

/** Reference data as tables name it: by code or by name. */
@Injectable()
export class PlaceChoices {
  readonly regions = REGION_CHOICES;

  constructor(private readonly database: Database) {}

  /** Areas of professional activity that may be chosen now. */
  async areas(actor: Actor): Promise<Choices> {
    const rows = await this.database.read<{ code: string; name: string }>(actor, AREAS, [false]);
    return new Choices(rows.map(({ code, name }) => [code, name] as const));
  }
}
