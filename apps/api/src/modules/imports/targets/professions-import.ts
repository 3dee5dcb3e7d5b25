import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  IMPORT_KIND_LABELS,
  judgeProfession,
  PROFESSION_COLUMNS,
  searchText,
  type ImportedProfession,
  type Permission,
} from '@praktika/contracts';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../../core/clock/index.js';
import type { Transaction } from '../../../core/database/index.js';
import type { RunningOperation } from '../../operations/index.js';
import { AREA_CHOICES } from '../../reference-data/index.js';
import { ImportTargets, type ImportTarget, type ValidRow, type WrittenRow } from '../import-target.js';
import { UPSERT_PROFESSIONS } from './professions.queries.js';

interface UpsertedRow {
  readonly id: string;
  readonly areaCode: string;
  readonly name: string;
  readonly created: boolean;
}

const keyOf = ({ areaCode, name }: Pick<ImportedProfession, 'areaCode' | 'name'>) =>
  `${areaCode}\n${name.toLowerCase()}`;

/** «Справочник профессий» by the moderator: a profession is found again by its name and area. */
@Injectable()
export class ProfessionsImport implements ImportTarget<ImportedProfession>, OnModuleInit {
  readonly title = IMPORT_KIND_LABELS.PROFESSIONS;
  readonly columns = PROFESSION_COLUMNS;

  constructor(
    private readonly targets: ImportTargets,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.targets.register('PROFESSIONS', this);
  }

  permissionsOf(): readonly Permission[] {
    return ['reference-data:moderate'];
  }

  judgeOf(): ReturnType<ImportTarget<ImportedProfession>['judgeOf']> {
    return (row, layout) => judgeProfession(row, layout, AREA_CHOICES);
  }

  async write(
    tx: Transaction,
    _operation: RunningOperation,
    rows: readonly ValidRow<ImportedProfession>[],
  ): Promise<readonly WrittenRow[]> {
    // the same profession twice in one part is written once, as its last row says
    const last = new Map(rows.map((row) => [keyOf(row.value), row]));
    const values = [...last.values()].map(({ value }) => ({
      ...value,
      id: uuidv7(),
      search: searchText(value.name, ...value.specialtyCodes),
    }));
    const upserted = await tx.query<UpsertedRow & Record<string, unknown>>(UPSERT_PROFESSIONS, [
      JSON.stringify(values),
      this.clock.now(),
    ]);
    const found = new Map(upserted.map((row) => [keyOf(row), row]));
    const met = new Set<string>();
    return rows.flatMap(({ number, value }) => {
      const key = keyOf(value);
      const row = found.get(key);
      if (!row) return [];
      const outcome = row.created && !met.has(key) ? 'CREATED' : 'UPDATED';
      met.add(key);
      return [{ number, outcome, targetId: row.id } as const];
    });
  }
}
