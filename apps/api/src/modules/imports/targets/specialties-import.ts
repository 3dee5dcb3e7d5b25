import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  IMPORT_KIND_LABELS,
  judgeSpecialty,
  SPECIALTY_COLUMNS,
  type ImportedSpecialty,
  type Permission,
} from '@praktika/contracts';
import { Clock } from '../../../core/clock/index.js';
import type { Transaction } from '../../../core/database/index.js';
import type { RunningOperation } from '../../operations/index.js';
import { specialtySearchText } from '../../reference-data/index.js';
import { ImportTargets, type ImportTarget, type ValidRow, type WrittenRow } from '../import-target.js';
import { HOLD_SPECIALTIES, WRITE_SPECIALTIES, type HeldSpecialty } from './classifiers.queries.js';
import { writeDirectory, type Directory } from './directory.js';

type Content = Pick<HeldSpecialty, 'name' | 'archived' | 'level' | 'otherNames'>;

const SPECIALTIES: Directory<ImportedSpecialty, Content> = {
  type: 'specialty',
  keyOf: ({ code }) => code,

  async hold(tx, meant) {
    const found = await tx.query<HeldSpecialty & Record<string, unknown>>(HOLD_SPECIALTIES, [
      [...meant.keys()],
    ]);
    return found.map(({ key, id, ...content }) => ({ key, id, content }));
  },

  next: ({ name, level }, present) => ({
    name,
    archived: false,
    level: present?.level ?? level,
    otherNames: present?.otherNames ?? [],
  }),

  async write(tx, entries, now) {
    const records = entries.map(({ key, id, content: { name, level, otherNames } }) => ({
      id,
      code: key,
      name,
      level,
      search: specialtySearchText(key, name, otherNames),
    }));
    await tx.query(WRITE_SPECIALTIES, [JSON.stringify(records), now]);
  },
};

/** The classifier of specialties by the moderator; a code never changes, and tells the level. */
@Injectable()
export class SpecialtiesImport implements ImportTarget<ImportedSpecialty>, OnModuleInit {
  readonly title = IMPORT_KIND_LABELS.SPECIALTIES;
  readonly columns = SPECIALTY_COLUMNS;

  constructor(
    private readonly targets: ImportTargets,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.targets.register('SPECIALTIES', this);
  }

  permissionsOf(): readonly Permission[] {
    return ['reference-data:moderate'];
  }

  judgeOf(): ReturnType<ImportTarget<ImportedSpecialty>['judgeOf']> {
    return Promise.resolve(judgeSpecialty);
  }

  write(
    tx: Transaction,
    { actor }: RunningOperation,
    rows: readonly ValidRow<ImportedSpecialty>[],
  ): Promise<readonly WrittenRow[]> {
    return writeDirectory(SPECIALTIES, tx, actor, this.clock.now(), rows);
  }
}
