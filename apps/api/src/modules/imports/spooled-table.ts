import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { layoutOf, type ImportColumn, type ImportLayout, type ImportRow } from '@praktika/contracts';
import { invalidFields, Refusal } from '../../core/errors/index.js';
import { ResultStore, Stopped, type Interrupted } from '../operations/index.js';
import type { SourceRow } from './imports.queries.js';
import { rowsOfLines } from './reading/table-lines.js';
import { TableReader } from './reading/table-reader.js';
import { UnreadableTable } from './reading/unreadable-table.js';

const LINE_FEED = 0x0a;

/** A table that has been read to its end: how many rows it has beside the headings, and where its columns are. */
export interface SpooledTable {
  /** Under which its rows are kept. */
  readonly id: string;
  readonly total: number;
  readonly layout: ImportLayout;
}

/**
 * Tables read from files into rows before anything is made of them, so that one that is broken at its end is refused
 * before its beginning is written. The rows are kept among the files that operations make, on disk and not in memory,
 * each reading under an id of its own: who takes an import over never meets the rows of who has lost it.
 */
@Injectable()
export class SpooledTables {
  constructor(
    private readonly reader: TableReader,
    private readonly results: ResultStore,
  ) {}

  /**
   * @throws Refusal `validation_failed` for a table that cannot be read, or has other columns; Stopped
   */
  async read(
    id: string,
    { sha256, mediaType }: SourceRow,
    columns: readonly ImportColumn[],
    interrupted: Interrupted,
  ): Promise<SpooledTable> {
    let lines = 0;
    const counted = async function* (content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const part of content) {
        if (interrupted()) throw new Stopped('interrupted');
        for (let at = part.indexOf(LINE_FEED); at >= 0; at = part.indexOf(LINE_FEED, at + 1)) lines += 1;
        yield part;
      }
    };
    await this.results.write(id, counted(this.reader.lines(sha256, mediaType))).catch((error: unknown) => {
      throw error instanceof UnreadableTable ? refusedFile(error.code, error.message) : error;
    });
    const headings = await this.headings(id);
    if (!headings || lines < 2) throw refusedFile('empty', 'В файле нет строк под заголовками.');
    const { layout, faults } = layoutOf(headings, columns);
    if (faults.length > 0) {
      throw invalidFields(...faults.map(({ code, text }) => ({ pointer: '/fileId', code, detail: text })));
    }
    return { id, total: lines - 1, layout };
  }

  /** Rows of a table that has been read, without the headings, so many at a time. */
  async *rows({ id }: SpooledTable, size: number): AsyncGenerator<ImportRow[]> {
    yield* rowsOfLines(await this.open(id), size, 1);
  }

  async forget(id: string): Promise<void> {
    await this.results.remove(id);
  }

  private async headings(id: string): Promise<ImportRow | undefined> {
    for await (const [row] of rowsOfLines(await this.open(id), 1)) return row;
    return undefined;
  }

  private async open(id: string): Promise<Readable> {
    const stored = await this.results.open(id);
    if (!stored) throw new Refusal('internal', { detail: 'the rows of a table are gone' });
    return stored.content;
  }
}

const refusedFile = (code: string, detail: string): Refusal =>
  invalidFields({ pointer: '/fileId', code, detail });
