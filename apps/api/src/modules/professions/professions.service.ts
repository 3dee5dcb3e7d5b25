import { Injectable } from '@nestjs/common';
import { PROFESSION_LIMITS } from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';
import { Cursors } from '../../core/http/index.js';
import { wordsPattern } from '../reference-data/index.js';
import type {
  ListingsCountDto,
  ProfessionDto,
  ProfessionRowDto,
  ProfessionsPageDto,
} from './dto/profession.dto.js';
import type { ProfessionsQueryDto } from './dto/professions-query.dto.js';
import {
  COUNTED_PROFESSION,
  PROFESSIONS,
  SPECIALTY_NAMES,
  type NamedSpecialty,
  type CountedProfessionRow,
} from './professions.queries.js';

/** A position before every profession. */
const START = ['', '00000000-0000-0000-0000-000000000000'] as const;

/** Reads of «Справочник профессий». */
@Injectable()
export class Professions {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `invalid_cursor` for a cursor of another organization or filter */
  async page(actor: Actor, query: ProfessionsQueryDto): Promise<ProfessionsPageDto> {
    const { cursor, limit, ...filter } = query;
    const binding = `professions\n${actor.organizationId}\n${JSON.stringify(Object.entries(filter).sort())}`;
    const [name, id] = cursor === undefined ? START : this.cursors.open(cursor, binding);
    const values = [
      wordsPattern(query.q),
      query.areaCode ?? null,
      query.archived ?? false,
      name,
      id,
      limit + 1,
    ];
    const rows = await this.database.read<CountedProfessionRow>(actor, PROFESSIONS, values);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => rowOf(actor, row)),
      nextCursor: last ? this.cursors.seal([last.name, last.id], binding) : null,
    };
  }

  /** @throws Refusal `not_found` */
  async card(actor: Actor, id: string): Promise<ProfessionDto> {
    const [row] = isUuid(id)
      ? await this.database.read<CountedProfessionRow>(actor, COUNTED_PROFESSION, [id])
      : [];
    if (!row) throw notFound();
    const { description, duties, specialtyCodes } = row;
    return {
      ...rowOf(actor, row),
      specialties: await this.named(actor, specialtyCodes),
      description,
      duties,
    };
  }

  /** Codes of «ФГОС» with the names the classifier knows. */
  named(actor: Actor, codes: readonly string[]): Promise<NamedSpecialty[]> {
    return this.database.read<{ code: string; name: string | null }>(actor, SPECIALTY_NAMES, [codes]);
  }
}

function rowOf(actor: Actor, row: CountedProfessionRow): ProfessionRowDto {
  const { id, name, areaCode, areaName, specialtyCodes, archivedAt, version } = row;
  const count = countOf(Number(row.published));
  return {
    id,
    name,
    areaCode,
    areaName,
    specialtyCodes: [...specialtyCodes],
    needsCount: actor.side === 'EMPLOYER' ? count : null,
    placesCount: actor.side === 'EDUCATION' ? count : null,
    archived: archivedAt !== null,
    version,
  };
}

const countOf = (found: number): ListingsCountDto =>
  found > PROFESSION_LIMITS.needs
    ? { value: PROFESSION_LIMITS.needs, relation: 'gte' }
    : { value: found, relation: 'eq' };
