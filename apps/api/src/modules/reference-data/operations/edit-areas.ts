import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { violatedConstraint } from '../../../core/errors/index.js';
import { ChosenAreas } from '../chosen-areas.js';
import { codeOf, editEntry, existing, noteAdded, type EntryChanges } from '../entries.js';
import {
  AREA_BY_CODE,
  AREA_FOR_UPDATE,
  INSERT_AREA,
  UPDATE_AREA,
  type AreaRow,
} from '../reference-data.queries.js';

/** The moderator's work on the areas of professional activity; a code never changes. */
@Injectable()
export class EditAreas {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly chosen: ChosenAreas,
  ) {}

  /** @throws Refusal `duplicate` when the code is taken */
  async add(actor: Actor, code: string, name: string): Promise<AreaRow> {
    const now = this.clock.now();
    const added = await this.database
      .transaction(actor, async (tx) => {
        const [row] = await tx.query<AreaRow>(INSERT_AREA, [code, name, now]);
        await noteAdded(tx, actor, now, 'professional_area', row!);
        await this.chosen.changed(tx);
        return row!;
      })
      .catch(async (error: unknown) => {
        if (violatedConstraint(error) !== 'professional_areas_pkey') throw error;
        const [found] = await this.database.read<AreaRow>(actor, AREA_BY_CODE, [code]);
        throw existing('/code', 'Область с таким кодом уже есть.', found && { code, name: found.name });
      });
    await this.chosen.read();
    return added;
  }

  /** @throws Refusal `not_found`, `precondition_failed` */
  async edit(actor: Actor, code: string, version: number, changes: EntryChanges<AreaRow>): Promise<AreaRow> {
    const now = this.clock.now();
    const edited = await this.database.transaction(actor, async (tx) => {
      const area = await editEntry<AreaRow>(
        tx,
        actor,
        now,
        {
          type: 'professional_area',
          hold: async () => (await tx.query<AreaRow>(AREA_FOR_UPDATE, [codeOf(code)]))[0],
          write: async (_, next) =>
            (await tx.query<AreaRow>(UPDATE_AREA, [code, next.name, next.archivedAt, now]))[0]!,
        },
        version,
        changes,
      );
      await this.chosen.changed(tx);
      return area;
    });
    await this.chosen.read();
    return edited;
  }
}
