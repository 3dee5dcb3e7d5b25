import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  IMPORT_KIND_LABELS,
  judgeProfession,
  PROFESSION_COLUMNS,
  type ImportedProfession,
  type Permission,
} from '@praktika/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { appendAll } from '../../../core/history/index.js';
import type { RunningOperation } from '../../operations/index.js';
import { PlaceChoices, professionSearchText } from '../../reference-data/index.js';
import { ImportTargets, type ImportTarget, type ValidRow, type WrittenRow } from '../import-target.js';
import {
  HOLD_PROFESSIONS,
  INSERT_PROFESSIONS,
  UPDATE_PROFESSIONS,
  type HeldProfession,
} from './professions.queries.js';

/** A profession as it is to stand, with what it was. */
interface Standing {
  readonly id: string;
  readonly before: Content | undefined;
  readonly now: Content;
}

type Content = Pick<HeldProfession, 'name' | 'specialtyCodes' | 'description' | 'duties'>;

const keyOf = ({ areaCode, name }: ImportedProfession) => `${areaCode}\n${name.toLowerCase()}`;

/** «Справочник профессий» by the moderator: a profession is found again by its name and area. */
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

  async write(
    tx: Transaction,
    { actor }: RunningOperation,
    rows: readonly ValidRow<ImportedProfession>[],
  ): Promise<readonly WrittenRow[]> {
    const standing = await held(tx, rows);
    const written = rows.map((row) => settle(standing, row));
    const changed = [...standing.entries()].flatMap(([key, { id, before, now }]) => {
      const areaCode = key.slice(0, key.indexOf('\n'));
      const changes = before && changesOf(before, now);
      if (before && !changes) return [];
      return [
        { id, areaCode, before, changes, ...now, search: professionSearchText(now.name, now.specialtyCodes) },
      ];
    });
    const at = this.clock.now();
    const added = changed.filter(({ before }) => before === undefined);
    const updated = changed.filter(({ before }) => before !== undefined);
    if (added.length > 0) await tx.query(INSERT_PROFESSIONS, [JSON.stringify(added), at]);
    if (updated.length > 0) await tx.query(UPDATE_PROFESSIONS, [JSON.stringify(updated), at]);
    await appendAll(
      tx,
      actor,
      at,
      changed.map(({ id, name, changes }) => ({
        type: changes ? 'profession.updated' : 'profession.added',
        objectType: 'profession',
        objectId: id,
        payload: { name, ...changes },
      })),
    );
    return written;
  }
}

/** Professions of the directory that the rows mean, by their keys. */
async function held(
  tx: Transaction,
  rows: readonly ValidRow<ImportedProfession>[],
): Promise<Map<string, Standing>> {
  const meant = new Map(rows.map(({ value }) => [keyOf(value), value]));
  const named = [...meant].map(([key, { name, areaCode }]) => ({ key, name, areaCode }));
  const found = await tx.query<HeldProfession & Record<string, unknown>>(HOLD_PROFESSIONS, [
    JSON.stringify(named),
  ]);
  return new Map(
    found.map(({ key, id, name, specialtyCodes, description, duties }) => {
      const before = { name, specialtyCodes, description, duties };
      return [key, { id, before, now: before }];
    }),
  );
}

/** Notes what a row says; what it says nothing of stays as it was. The same profession twice is the last row's. */
function settle(
  standing: Map<string, Standing>,
  { number, value }: ValidRow<ImportedProfession>,
): WrittenRow {
  const key = keyOf(value);
  const present = standing.get(key);
  const now: Content = {
    name: value.name,
    specialtyCodes:
      value.specialtyCodes.length > 0 ? value.specialtyCodes : (present?.now.specialtyCodes ?? []),
    description: value.description ?? present?.now.description ?? null,
    duties: value.duties ?? present?.now.duties ?? null,
  };
  const id = present?.id ?? uuidv7();
  standing.set(key, { id, before: present?.before, now });
  if (!present) return { number, outcome: 'CREATED', targetId: id };
  return { number, outcome: changesOf(present.now, now) ? 'UPDATED' : 'UNCHANGED', targetId: id };
}

/** The members that differ by their old and new values; undefined when none does. */
function changesOf(before: Content, after: Content): { before: object; after: object } | undefined {
  const members = (Object.keys(after) as (keyof Content)[]).filter(
    (member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]),
  );
  if (members.length === 0) return undefined;
  const only = (content: Content) => Object.fromEntries(members.map((member) => [member, content[member]]));
  return { before: only(before), after: only(after) };
}
