import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import type { CreateProfessionDto } from '../dto/profession-input.dto.js';
import { ProfessionStore } from '../profession-store.js';
import type { ProfessionRow } from '../professions.queries.js';

/** A profession that the moderator writes into the directory without a proposal. */
@Injectable()
export class AddProfession {
  constructor(
    private readonly database: Database,
    private readonly store: ProfessionStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `duplicate` when the area has one of this name */
  async run(actor: Actor, input: CreateProfessionDto): Promise<ProfessionRow> {
    const entry = {
      name: input.name,
      areaCode: input.areaCode,
      specialtyCodes: input.specialtyCodes ?? [],
      description: input.description || null,
      duties: input.duties || null,
    };
    return this.database
      .transaction(actor, (tx) => this.store.add(tx, actor, this.clock.now(), entry))
      .catch(async (error: unknown) => {
        throw await this.store.orExisting(actor, error, entry);
      });
  }
}
