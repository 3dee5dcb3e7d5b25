import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  AREA_COLUMNS,
  IMPORT_KIND_LABELS,
  judgeArea,
  type ImportedArea,
  type Permission,
} from '@praktika/contracts';
import { Clock } from '../../../core/clock/index.js';
import type { Transaction } from '../../../core/database/index.js';
import type { RunningOperation } from '../../operations/index.js';
import { ChosenAreas } from '../../reference-data/index.js';
import { ImportTargets, type ImportTarget, type ValidRow, type WrittenRow } from '../import-target.js';
import { HOLD_AREAS, WRITE_AREAS, type HeldArea } from './classifiers.queries.js';
import { writeDirectory, type Directory } from './directory.js';

type Content = Pick<HeldArea, 'name' | 'archived'>;

const AREAS: Directory<ImportedArea, Content> = {
  type: 'professional_area',
  keyOf: ({ code }) => code,

  async hold(tx, meant) {
    const found = await tx.query<HeldArea & Record<string, unknown>>(HOLD_AREAS, [[...meant.keys()]]);
    return found.map(({ key, id, ...content }) => ({ key, id, content }));
  },

  next: ({ name }) => ({ name, archived: false }),

  async write(tx, entries, now) {
    const records = entries.map(({ key, id, content: { name } }) => ({ id, code: key, name }));
    await tx.query(WRITE_AREAS, [JSON.stringify(records), now]);
  },
};

/** Areas of professional activity by the moderator, found again by their codes. */
@Injectable()
export class AreasImport implements ImportTarget<ImportedArea>, OnModuleInit {
  readonly title = IMPORT_KIND_LABELS.AREAS;
  readonly columns = AREA_COLUMNS;

  constructor(
    private readonly targets: ImportTargets,
    private readonly chosen: ChosenAreas,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.targets.register('AREAS', this);
  }

  permissionsOf(): readonly Permission[] {
    return ['reference-data:moderate'];
  }

  judgeOf(): ReturnType<ImportTarget<ImportedArea>['judgeOf']> {
    return Promise.resolve(judgeArea);
  }

  /** Every process is told of the areas once the part is written. */
  async write(
    tx: Transaction,
    { actor }: RunningOperation,
    rows: readonly ValidRow<ImportedArea>[],
  ): Promise<readonly WrittenRow[]> {
    const written = await writeDirectory(AREAS, tx, actor, this.clock.now(), rows);
    await this.chosen.changed(tx);
    return written;
  }
}
