import { Injectable } from '@nestjs/common';
import { levelOfSpecialty } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { invalidField, violatedConstraint } from '../../../core/errors/index.js';
import { codeOf, editEntry, existing, noteAdded, type EntryChanges } from '../entries.js';
import {
  INSERT_SPECIALTY,
  SPECIALTY_BY_CODE,
  SPECIALTY_FOR_UPDATE,
  UPDATE_SPECIALTY,
  type SpecialtyRow,
} from '../reference-data.queries.js';
import { specialtySearchText } from '../search-texts.js';

/** The moderator's work on the classifier of specialties; a code never changes, and tells the level. */
@Injectable()
export class EditSpecialties {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `duplicate` when the code is taken, `validation_failed` for a code of no known level */
  async add(actor: Actor, code: string, name: string): Promise<SpecialtyRow> {
    const level = levelOfSpecialty(code);
    if (!level)
      throw invalidField('/code', 'level', 'Средняя пара цифр кода не называет уровень образования.');
    const now = this.clock.now();
    const values = [code, name, level, specialtySearchText(code, name, []), now];
    return this.database
      .transaction(actor, async (tx) => {
        const [row] = await tx.query<SpecialtyRow>(INSERT_SPECIALTY, values);
        await noteAdded(tx, actor, now, 'specialty', row!);
        return row!;
      })
      .catch(async (error: unknown) => {
        if (violatedConstraint(error) !== 'specialties_pkey') throw error;
        const [found] = await this.database.read<SpecialtyRow>(actor, SPECIALTY_BY_CODE, [code]);
        throw existing('/code', 'Специальность с таким кодом уже есть.', found && { code, name: found.name });
      });
  }

  /** @throws Refusal `not_found`, `precondition_failed` */
  edit(
    actor: Actor,
    code: string,
    version: number,
    changes: EntryChanges<SpecialtyRow>,
  ): Promise<SpecialtyRow> {
    const now = this.clock.now();
    const hold = async (tx: Transaction) =>
      (await tx.query<SpecialtyRow>(SPECIALTY_FOR_UPDATE, [codeOf(code)]))[0];
    return this.database.transaction(actor, (tx) =>
      editEntry<SpecialtyRow>(tx, actor, now, { type: 'specialty', hold, write }, version, changes),
    );
  }
}

async function write(tx: Transaction, next: SpecialtyRow, now: Date): Promise<SpecialtyRow> {
  const { code, name, otherNames, archivedAt } = next;
  const values = [code, name, specialtySearchText(code, name, otherNames), archivedAt, now];
  const [row] = await tx.query<SpecialtyRow>(UPDATE_SPECIALTY, values);
  return row!;
}
