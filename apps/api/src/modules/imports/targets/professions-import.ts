import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  IMPORT_KIND_LABELS,
  judgeProfession,
  PROFESSION_COLUMNS,
  type ImportedProfession,
  type Permission,
} from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import type { Transaction } from '../../../core/database/index.js';
import type { RunningOperation } from '../../operations/index.js';
import { PlaceChoices, professionSearchText } from '../../reference-data/index.js';
import { ImportTargets, type ImportTarget, type ValidRow, type WrittenRow } from '../import-target.js';
import { writeDirectory, type Directory } from './directory.js';
import {
  HOLD_PROFESSIONS,
  INSERT_PROFESSIONS,
  UPDATE_PROFESSIONS,
  type HeldProfession,
} from './professions.queries.js';

type Content = Pick<HeldProfession, 'name' | 'areaCode' | 'specialtyCodes' | 'description' | 'duties'>;

/** A profession is found again by its name and area. */
const PROFESSIONS: Directory<ImportedProfession, Content> = {
  type: 'profession',
  keyOf: ({ areaCode, name }) => `${areaCode}\n${name.toLowerCase()}`,

  async hold(tx, meant) {
    const named = [...meant].map(([key, { name, areaCode }]) => ({ key, name, areaCode }));
    const found = await tx.query<HeldProfession & Record<string, unknown>>(HOLD_PROFESSIONS, [
      JSON.stringify(named),
    ]);
    return found.map(({ key, id, ...content }) => ({ key, id, content }));
  },

  next: ({ name, areaCode, specialtyCodes, description, duties }, present) => ({
    name,
    areaCode,
    specialtyCodes: specialtyCodes.length > 0 ? specialtyCodes : (present?.specialtyCodes ?? []),
    description: description ?? present?.description ?? null,
    duties: duties ?? present?.duties ?? null,
  }),

  async write(tx, entries, now) {
    for (const [statement, isNew] of [
      [INSERT_PROFESSIONS, true],
      [UPDATE_PROFESSIONS, false],
    ] as const) {
      const records = entries
        .filter((entry) => entry.isNew === isNew)
        .map(({ id, content }) => ({
          id,
          ...content,
          search: professionSearchText(content.name, content.specialtyCodes),
        }));
      if (records.length > 0) await tx.query(statement, [JSON.stringify(records), now]);
    }
  },
};

/** «Справочник профессий» by the moderator. */
@Injectable()
export class ProfessionsImport implements ImportTarget<ImportedProfession>, OnModuleInit {
  readonly title = IMPORT_KIND_LABELS.PROFESSIONS;
  readonly columns = PROFESSION_COLUMNS;

  constructor(
    private readonly targets: ImportTargets,
    private readonly choices: PlaceChoices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.targets.register('PROFESSIONS', this);
  }

  permissionsOf(): readonly Permission[] {
    return ['reference-data:moderate'];
  }

  async judgeOf(actor: Actor): ReturnType<ImportTarget<ImportedProfession>['judgeOf']> {
    const areas = await this.choices.areas(actor);
    return (row, layout) => judgeProfession(row, layout, areas);
  }

  write(
    tx: Transaction,
    { actor }: RunningOperation,
    rows: readonly ValidRow<ImportedProfession>[],
  ): Promise<readonly WrittenRow[]> {
    return writeDirectory(PROFESSIONS, tx, actor, this.clock.now(), rows);
  }
}
