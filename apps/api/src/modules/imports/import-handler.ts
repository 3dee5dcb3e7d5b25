import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ImportKind, ImportRow, ImportRowError, ImportRowOutcome, JudgedRow } from '@praktika/contracts';
import { Database, type Transaction } from '../../core/database/index.js';
import { newId } from '../../core/ids/index.js';
import {
  OperationKinds,
  OperationWork,
  Stopped,
  type Interrupted,
  type RunningOperation,
} from '../operations/index.js';
import type { ImportInput } from './import-input.js';
import { assertAllowed, ImportTargets, type ImportTarget, type ValidRow } from './import-target.js';
import { INSERT_ROWS, STAND, type StandRow } from './imports.queries.js';
import { SpooledTables, type SpooledTable } from './spooled-table.js';

/** Rows written in one transaction: its locks are held for tenths of a second. */
const PART = 1_000;

/** What came of a row, as it is kept. */
interface KeptRow {
  readonly number: number;
  readonly outcome: ImportRowOutcome;
  readonly label: string;
  readonly errors?: readonly ImportRowError[];
  readonly target?: string;
}

/** A part of a table, judged. */
interface JudgedPart {
  readonly valid: readonly ValidRow<unknown>[];
  readonly refused: readonly KeptRow[];
}

/** An import in a worker's hands. */
interface Running {
  readonly operation: RunningOperation;
  readonly input: ImportInput;
  readonly target: ImportTarget<unknown>;
  readonly table: SpooledTable;
  readonly judge: (row: ImportRow) => JudgedRow<unknown>;
}

/**
 * Imports of any kind. A table is read to its end, then judged and written a part at a time: the rows of a part, what
 * was made of them and how far the operation is are one transaction, so an import that was broken off goes on behind
 * the last part. While one part is written the next is judged.
 */
@Injectable()
export class ImportHandler implements OnModuleInit {
  constructor(
    private readonly kinds: OperationKinds,
    private readonly operations: OperationWork,
    private readonly targets: ImportTargets,
    private readonly tables: SpooledTables,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.kinds.handle('IMPORT', (operation, interrupted) => this.run(operation, interrupted));
  }

  private async run(
    operation: RunningOperation,
    interrupted: Interrupted,
  ): Promise<'interrupted' | undefined> {
    const tableId = newId();
    try {
      await this.go(await this.begin(operation, tableId, interrupted), interrupted);
      return undefined;
    } catch (error) {
      if (error instanceof Stopped) return error.outcome;
      throw error;
    } finally {
      await this.tables.forget(tableId);
    }
  }

  private async begin(
    operation: RunningOperation,
    tableId: string,
    interrupted: Interrupted,
  ): Promise<Running> {
    const input = operation.input as ImportInput;
    const target = this.targets.get(operation.action as ImportKind);
    assertAllowed(operation.actor, target, input);
    const table = await this.tables.read(tableId, input.source, target.columns, interrupted);
    const judge = await target.judgeOf(operation.actor, input);
    return { operation, input, target, table, judge: (row) => judge(row, table.layout) };
  }

  private async go(running: Running, interrupted: Interrupted): Promise<void> {
    const { operation, table } = running;
    const stand = await this.standOf(operation);
    const writes = await this.mayWrite(running, stand, interrupted);
    let written = Promise.resolve(true);
    for await (const rows of this.tables.rows(table, PART)) {
      const left = rows.filter(({ number }) => number > stand.last);
      if (left.length === 0) continue;
      const part = judged(running, left);
      if (!(await written)) throw new Stopped('cancelled');
      if (interrupted()) throw new Stopped('interrupted');
      written = this.write(running, part, writes);
      // whether it went well is asked for when the next part has been judged
      written.catch(() => undefined);
    }
    if (!(await written)) throw new Stopped('cancelled');
  }

  /** Whether rows are written at all: with `allOrNothing` every row is judged first, unless that has been done. */
  private async mayWrite(
    { input, table, judge }: Running,
    { last, written }: StandRow,
    interrupted: Interrupted,
  ): Promise<boolean> {
    if (input.dryRun) return false;
    if (!input.allOrNothing || written) return true;
    if (last > 0) return false;
    for await (const rows of this.tables.rows(table, PART)) {
      if (interrupted()) throw new Stopped('interrupted');
      if (rows.some((row) => judge(row).errors !== undefined)) return false;
    }
    return true;
  }

  /** @returns false when the operation has been cancelled */
  private write(
    { operation, target, table }: Running,
    { valid, refused }: JudgedPart,
    writes: boolean,
  ): Promise<boolean> {
    return this.operations.part(operation, table.total, async (tx) => {
      const passed = writes ? await written(tx, operation, target, valid) : valid.map(unwritten);
      await tx.query(INSERT_ROWS, [operation.id, JSON.stringify([...passed, ...refused])]);
      return { done: valid.length, failed: refused.length };
    });
  }

  private async standOf({ actor, id }: RunningOperation): Promise<StandRow> {
    const [stand] = await this.database.read<StandRow & Record<string, unknown>>(actor, STAND, [id]);
    return stand ?? { last: 0, written: false };
  }
}

function judged({ judge }: Running, rows: readonly ImportRow[]): JudgedPart {
  const valid: ValidRow<unknown>[] = [];
  const refused: KeptRow[] = [];
  for (const row of rows) {
    const { label, value, errors } = judge(row);
    if (errors === undefined) valid.push({ number: row.number, label, value });
    else refused.push({ number: row.number, outcome: 'REFUSED', label, errors });
  }
  return { valid, refused };
}

const unwritten = ({ number, label }: ValidRow<unknown>): KeptRow => ({ number, outcome: 'VALID', label });

async function written(
  tx: Transaction,
  operation: RunningOperation,
  target: ImportTarget<unknown>,
  rows: readonly ValidRow<unknown>[],
): Promise<KeptRow[]> {
  if (rows.length === 0) return [];
  const labels = new Map(rows.map(({ number, label }) => [number, label]));
  const made = await target.write(tx, operation, rows);
  return made.map(({ number, outcome, targetId }) => ({
    number,
    outcome,
    label: labels.get(number) ?? '',
    target: targetId,
  }));
}
