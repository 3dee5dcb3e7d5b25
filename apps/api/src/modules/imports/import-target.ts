import { Injectable } from '@nestjs/common';
import type {
  ImportColumn,
  ImportKind,
  ImportLayout,
  ImportRow,
  ImportRowOutcome,
  JudgedRow,
  Permission,
} from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import type { Transaction } from '../../core/database/index.js';
import { Refusal } from '../../core/errors/index.js';
import type { RunningOperation } from '../operations/index.js';
import type { ImportInput } from './import-input.js';

/** A row to be written. */
export interface ValidRow<Value> {
  readonly number: number;
  readonly label: string;
  readonly value: Value;
}

/** What was made of it. */
export interface WrittenRow {
  readonly number: number;
  readonly outcome: Extract<ImportRowOutcome, 'CREATED' | 'UPDATED' | 'UNCHANGED'>;
  readonly targetId: string;
}

/** What a kind of import knows; the engine knows the rest. */
export interface ImportTarget<Value> {
  /** What the file of its template is called. */
  readonly title: string;
  readonly columns: readonly ImportColumn[];
  /** What an import asks for: looked at when it is begun, and again when it is taken up. */
  permissionsOf(input: ImportInput): readonly Permission[];
  /** The judge of an import's rows, once it has looked up what they are judged by. */
  judgeOf(
    actor: Actor,
    input: ImportInput,
  ): Promise<(row: ImportRow, layout: ImportLayout) => JudgedRow<Value>>;
  /** Writes the rows of one part, in as few statements for all of them as it takes. */
  write(
    tx: Transaction,
    operation: RunningOperation,
    rows: readonly ValidRow<Value>[],
  ): Promise<readonly WrittenRow[]>;
}

/** Who writes which kind; modules register theirs when they start. */
@Injectable()
export class ImportTargets {
  private readonly targets = new Map<ImportKind, ImportTarget<unknown>>();

  register<Value>(kind: ImportKind, target: ImportTarget<Value>): void {
    if (this.targets.has(kind)) throw new Refusal('internal', { detail: `import ${kind} has two targets` });
    this.targets.set(kind, target);
  }

  get(kind: ImportKind): ImportTarget<unknown> {
    const target = this.targets.get(kind);
    if (!target) throw new Refusal('internal', { detail: `nobody imports ${kind}` });
    return target;
  }
}

/** @throws Refusal `forbidden` when the actor may not do all that an import asks for */
export function assertAllowed(
  { permissions }: Actor,
  target: Pick<ImportTarget<unknown>, 'permissionsOf'>,
  input: ImportInput,
): void {
  if (target.permissionsOf(input).every((permission) => permissions.has(permission))) return;
  const detail = input.publish
    ? 'Публиковать заявки вам нельзя: импортируйте черновики.'
    : 'На этот импорт у вас нет прав.';
  throw new Refusal('forbidden', { detail });
}
