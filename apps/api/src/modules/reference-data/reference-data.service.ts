import { Injectable } from '@nestjs/common';
import { searchText } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';
import { codeOf } from './entries.js';
import type { ProfessionalAreaDto, SpecialtiesQueryDto, SpecialtyDto } from './reference-data.dto.js';
import {
  AREA_BY_CODE,
  AREAS,
  SPECIALTIES,
  SPECIALTY_BY_CODE,
  SPECIALTY_NAMES,
  type AreaRow,
  type SpecialtyRow,
} from './reference-data.queries.js';

type Reader = Pick<Actor, 'organizationId'>;

/** Reads of areas and specialties: always from the database, which holds about a thousand rows of them. */
@Injectable()
export class ReferenceData {
  constructor(private readonly database: Database) {}

  areas(actor: Reader, archived = false): Promise<ProfessionalAreaDto[]> {
    return this.database.read<{ code: string; name: string }>(actor, AREAS, [archived]);
  }

  /** @throws Refusal `not_found` */
  async area(actor: Reader, code: string): Promise<AreaRow> {
    const [row] = await this.database.read<AreaRow>(actor, AREA_BY_CODE, [codeOf(code)]);
    if (!row) throw notFound();
    return row;
  }

  /**
   * Specialties of both classifiers whose code or name holds every word of the search, in any case, with ё or е; a
   * part of a code will do. Those that begin with the search come first, then by code.
   */
  specialties(actor: Reader, query: SpecialtiesQueryDto): Promise<SpecialtyDto[]> {
    const { q, level, archived, limit } = query;
    const text = searchText(q).replace(/[\\%_]/g, '\\$&');
    const words = text.split(' ').map((word) => `%${word}%`);
    const values = [words, `${text}%`, level ?? null, archived ?? false, limit];
    return this.database.read<Pick<SpecialtyRow, 'code' | 'name' | 'level'>>(actor, SPECIALTIES, values);
  }

  /** The names of those of the codes that are known, archived ones among them. */
  async specialtyNames(actor: Reader, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read<{ code: string; name: string }>(actor, SPECIALTY_NAMES, [codes]);
    return new Map(rows.map(({ code, name }) => [code, name]));
  }

  /** @throws Refusal `not_found` */
  async specialty(actor: Reader, code: string): Promise<SpecialtyRow> {
    const [row] = await this.database.read<SpecialtyRow>(actor, SPECIALTY_BY_CODE, [codeOf(code)]);
    if (!row) throw notFound();
    return row;
  }
}
