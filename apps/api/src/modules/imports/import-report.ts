import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { IMPORT_ROW_OUTCOME_LABELS, type ImportRowOutcome } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { BYTE_ORDER_MARK, csvLine } from '../../core/csv/index.js';
import { Database } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';
import { Cursors } from '../../core/http/cursor.js';
import { OperationStore } from '../operations/index.js';
import type { ImportRowsDto, ImportRowsQueryDto } from './imports.dto.js';
import { ROWS, ROWS_BY_OUTCOME, type ReportRow } from './imports.queries.js';

/** Rows read at a time for a file. */
const PART = 1_000;

const HEADINGS = ['Строка', 'Итог', 'Название', 'Столбец', 'Код ошибки', 'Что исправить'];

/** What came of each row of one's own imports. */
@Injectable()
export class ImportReport {
  constructor(
    private readonly database: Database,
    private readonly operations: OperationStore,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `not_found` for what the actor has not asked for; `invalid_cursor` */
  async page(
    actor: Actor,
    id: string,
    { outcome, limit, cursor }: ImportRowsQueryDto,
  ): Promise<ImportRowsDto> {
    await this.assertImport(actor, id);
    const binding = `imports\n${id}\n${outcome ?? ''}`;
    const [after = '0'] = cursor === undefined ? [] : this.cursors.open(cursor, binding);
    const rows = await this.rows(actor, id, Number(after), limit + 1, outcome);
    const items = rows.slice(0, limit).map(({ errors, ...row }) => ({ ...row, errors: [...(errors ?? [])] }));
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items, nextCursor: more ? this.cursors.seal([String(last.number)], binding) : null };
  }

  /** The whole report as CSV, a line for each error. @throws Refusal `not_found` */
  async file(actor: Actor, id: string): Promise<Readable> {
    await this.assertImport(actor, id);
    return Readable.from(this.lines(actor, id));
  }

  private async *lines(actor: Actor, id: string): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(HEADINGS);
    for (let after = 0; ;) {
      const rows = await this.rows(actor, id, after, PART);
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(linesOf).join('');
      after = last.number;
    }
  }

  private rows(
    actor: Actor,
    id: string,
    after: number,
    limit: number,
    outcome?: ImportRowOutcome,
  ): Promise<ReportRow[]> {
    return outcome === undefined
      ? this.database.read<ReportRow & Record<string, unknown>>(actor, ROWS, [id, after, limit])
      : this.database.read<ReportRow & Record<string, unknown>>(actor, ROWS_BY_OUTCOME, [
          id,
          after,
          limit,
          outcome,
        ]);
  }

  private async assertImport(actor: Actor, id: string): Promise<void> {
    const { kind } = await this.operations.one(actor, id);
    if (kind !== 'IMPORT') throw notFound();
  }
}

const linesOf = ({ number, outcome, label, errors }: ReportRow): string =>
  (errors ?? [{ column: null, code: '', text: '' }])
    .map(({ column, code, text }) =>
      csvLine([number, IMPORT_ROW_OUTCOME_LABELS[outcome], label, column, code, text]),
    )
    .join('');
