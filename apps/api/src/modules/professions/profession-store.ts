import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/index.js';
import { Database, type Transaction } from '../../core/database/index.js';
import { violatedConstraint } from '../../core/errors/index.js';
import { newId } from '../../core/ids/index.js';
import { existing, noteAdded, professionSearchText } from '../reference-data/index.js';
import {
  INSERT_PROFESSION,
  PROFESSION,
  PROFESSION_BY_NAME,
  type ProfessionRow,
} from './professions.queries.js';

/** What a profession says, complete. */
export interface ProfessionEntry {
  readonly name: string;
  readonly areaCode: string;
  readonly specialtyCodes: readonly string[];
  readonly description: string | null;
  readonly duties: string | null;
}

/** Writes into «Справочник профессий»; a name stands in an area once. */
@Injectable()
export class ProfessionStore {
  constructor(private readonly database: Database) {}

  /** Adds a profession in the caller's transaction; `orExisting` explains what it throws for a name that is taken. */
  async add(tx: Transaction, actor: Actor, now: Date, entry: ProfessionEntry): Promise<ProfessionRow> {
    const id = newId();
    const { name, areaCode, specialtyCodes, description, duties } = entry;
    const search = professionSearchText(name, specialtyCodes);
    await tx.query(INSERT_PROFESSION, [id, name, areaCode, specialtyCodes, description, duties, search, now]);
    const [row] = await tx.query<ProfessionRow>(PROFESSION, [id]);
    await noteAdded(tx, actor, now, 'profession', row!);
    return row!;
  }

  /** Is there one of this name in the area already? @throws Refusal `duplicate` with the one there is */
  async refuseListed(
    tx: Transaction,
    { name, areaCode }: Pick<ProfessionEntry, 'name' | 'areaCode'>,
  ): Promise<void> {
    const [found] = await tx.query<ProfessionRow>(PROFESSION_BY_NAME, [areaCode, name]);
    if (found) throw listed(found);
  }

  /** What a transaction that met a taken name ended with, as the 409 that names the one there is. */
  async orExisting(
    actor: Actor,
    error: unknown,
    { name, areaCode }: Pick<ProfessionEntry, 'name' | 'areaCode'>,
  ): Promise<unknown> {
    if (violatedConstraint(error) !== 'profession_name') return error;
    const [found] = await this.database.read<ProfessionRow>(actor, PROFESSION_BY_NAME, [areaCode, name]);
    return listed(found);
  }
}

const listed = (found: ProfessionRow | undefined) =>
  existing(
    '/name',
    'Такая профессия в этой области уже есть в справочнике.',
    found && { id: found.id, name: found.name, areaCode: found.areaCode },
  );
