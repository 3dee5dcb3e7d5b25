import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import { editEntry, professionSearchText } from '../../reference-data/index.js';
import type { UpdateProfessionDto } from '../dto/profession-input.dto.js';
import { ProfessionStore } from '../profession-store.js';
import {
  PROFESSION,
  PROFESSION_FOR_UPDATE,
  UPDATE_PROFESSION,
  type ProfessionRow,
} from '../professions.queries.js';

/** The moderator's correction of a profession; what was written with it keeps naming it. */
@Injectable()
export class EditProfession {
  constructor(
    private readonly database: Database,
    private readonly store: ProfessionStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found`, `precondition_failed`, `duplicate` */
  async run(actor: Actor, id: string, version: number, input: UpdateProfessionDto): Promise<ProfessionRow> {
    if (!isUuid(id)) throw notFound();
    const now = this.clock.now();
    const hold = async (tx: Transaction) => (await tx.query<ProfessionRow>(PROFESSION_FOR_UPDATE, [id]))[0];
    const changes = {
      ...input,
      ...(input.description !== undefined && { description: input.description || null }),
      ...(input.duties !== undefined && { duties: input.duties || null }),
    };
    const wanted = { name: '', areaCode: '' };
    return this.database
      .transaction(actor, (tx) =>
        editEntry<ProfessionRow>(
          tx,
          actor,
          now,
          {
            type: 'profession',
            hold,
            write: (transaction, next, at) => write(transaction, Object.assign(wanted, next), at),
          },
          version,
          changes,
        ),
      )
      .catch(async (error: unknown) => {
        throw await this.store.orExisting(actor, error, wanted);
      });
  }
}

async function write(tx: Transaction, next: ProfessionRow, now: Date): Promise<ProfessionRow> {
  const { id, name, areaCode, specialtyCodes, description, duties, archivedAt } = next;
  const search = professionSearchText(name, specialtyCodes);
  const values = [id, name, areaCode, specialtyCodes, description, duties, search, archivedAt, now];
  await tx.query(UPDATE_PROFESSION, values);
  const [row] = await tx.query<ProfessionRow>(PROFESSION, [id]);
  return row!;
}
