import type { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  dateInZone,
  EXPORT_COLUMN_LABELS,
  EXPORT_COLUMNS,
  XLSX_ROW_LIMIT,
  type ExportColumn,
  type ExportFormat,
} from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Clock } from '../../core/clock/index.js';
import { BYTE_ORDER_MARK, CSV_DELIMITER, csvLine, withCrLf } from '../../core/csv/index.js';
import { Database } from '../../core/database/index.js';
import { invalidField } from '../../core/errors/index.js';
import type { RegistrySelection } from '../documents/index.js';
import {
  OperationKinds,
  OperationWork,
  ResultStore,
  Stopped,
  type Interrupted,
  type OperationResult,
  type RunningOperation,
} from '../operations/index.js';
import { sheetColumnOf } from './columns.js';
import { countStatement, rowsStatement } from './statement.js';
import { watchedRows } from './watched-rows.js';
import { throughXlsx } from './xlsx/through-xlsx.js';

const TITLE = 'Реестр документов';

/** A format: how PostgreSQL writes the rows, and what is made of them. */
interface Format {
  readonly extension: string;
  readonly mediaType: string;
  /** Options of COPY. */
  readonly copy: string;
  /** Does the file not tell texts from formulas? */
  readonly harmless: boolean;
  readonly rowLimit: number;
  readonly encode: (
    rows: AsyncIterable<Buffer>,
    columns: readonly ExportColumn[],
  ) => AsyncIterable<Uint8Array>;
}

const FORMATS: Readonly<Record<ExportFormat, Format>> = {
  CSV: {
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    copy: `FORMAT csv, DELIMITER '${CSV_DELIMITER}', ENCODING 'UTF8'`,
    harmless: true,
    rowLimit: Infinity,
    encode: csvFile,
  },
  XLSX: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    copy: `FORMAT text, ENCODING 'UTF8'`,
    harmless: false,
    rowLimit: XLSX_ROW_LIMIT,
    encode: (rows, columns) => throughXlsx(rows, { name: TITLE, columns: columns.map(sheetColumnOf) }),
  },
};

/** What is exported, as the endpoint has checked it. */
interface ExportInput {
  readonly format: ExportFormat;
  readonly filter: RegistrySelection;
  readonly columns?: readonly ExportColumn[];
}

/**
 * The registry as a table. PostgreSQL writes the rows, under the asker's row-level security, and they pass through
 * into the file a part at a time; an export that was broken off begins anew.
 */
@Injectable()
export class ExportHandler implements OnModuleInit {
  constructor(
    private readonly kinds: OperationKinds,
    private readonly operations: OperationWork,
    private readonly results: ResultStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.kinds.handle('EXPORT', (operation, interrupted) => this.run(operation, interrupted));
  }

  private async run(
    operation: RunningOperation,
    interrupted: Interrupted,
  ): Promise<OperationResult | 'interrupted' | undefined> {
    const { actor } = operation;
    const { format, filter } = operation.input as ExportInput;
    const { extension, mediaType, rowLimit } = FORMATS[format];
    const total = await this.count(actor, filter);
    if (total > rowLimit) throw tooManyRows(total);
    const tell = async (done: number) => {
      if (interrupted()) throw new Stopped('interrupted');
      // documents may have been added or removed since they were counted
      const running = await this.operations.progress(operation, done, Math.max(total, done));
      if (!running) throw new Stopped('cancelled');
    };
    try {
      await tell(0);
      const size = await this.write(operation, tell);
      const name = `${TITLE} ${dateInZone(this.clock.now(), actor.timeZone)}.${extension}`;
      return { name, size, mediaType };
    } catch (error) {
      if (error instanceof Stopped) return error.outcome;
      throw error;
    }
  }

  private async count(actor: Actor, filter: RegistrySelection): Promise<number> {
    const { statement, values } = countStatement(actor, filter);
    return this.database.copyOut(actor, statement, values, 'FORMAT text', async (output) => {
      const parts: Buffer[] = [];
      for await (const part of output) parts.push(part as Buffer);
      return Number(Buffer.concat(parts).toString('latin1'));
    });
  }

  /** @returns the size of the file */
  private write(
    { id, actor, input }: RunningOperation,
    tell: (done: number) => Promise<void>,
  ): Promise<number> {
    const { format, filter, columns = EXPORT_COLUMNS } = input as ExportInput;
    const { copy, encode, harmless } = FORMATS[format];
    const { statement, values } = rowsStatement(actor, filter, columns, { harmless });
    return this.database.copyOut(actor, statement, values, copy, (output: Readable) =>
      this.results.write(id, encode(watchedRows(output, tell), columns)),
    );
  }
}

async function* csvFile(
  rows: AsyncIterable<Buffer>,
  columns: readonly ExportColumn[],
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(columns.map((column) => EXPORT_COLUMN_LABELS[column])), 'utf8');
  for await (const part of rows) yield withCrLf(part);
}

const tooManyRows = (total: number) =>
  invalidField(
    '/format',
    'too_many_rows',
    `Строк: ${total}, а в файл XLSX помещается ${XLSX_ROW_LIMIT}. Сузьте отбор или выберите CSV.`,
  );
