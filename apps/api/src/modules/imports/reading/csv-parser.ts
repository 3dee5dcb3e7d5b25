import { IMPORT_LIMITS, type ImportCell, type ImportRow } from '@praktika/contracts';

/** Delimiters of CSV: Excel's with Russian settings, the standard's, and that of «Unicode text». */
const DELIMITERS = [';', ',', '\t'] as const;

/** Excel's own hint in the first line: `sep=,`. */
const HINT = /^sep=(.)\r?\n/i;

/**
 * The delimiter of a table, by its first line.
 * @returns it, and how much of the text stands before the table
 */
export function delimiterOf(text: string): { readonly delimiter: string; readonly skip: number } {
  const hint = HINT.exec(text);
  if (hint?.[1] !== undefined) return { delimiter: hint[1], skip: hint[0].length };
  const line = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  const best = counted.reduce((left, right) => (right.count > left.count ? right : left));
  return { delimiter: best.delimiter, skip: 0 };
}

/** CSV (RFC 4180) read as its text arrives. A quote inside an unquoted cell is a sign like any other. */
export class CsvParser {
  private number = 1;
  private cells: ImportCell[] = [];
  private cell = '';
  private tooLong = false;
  private state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  /** The row the open quote stands in. */
  private afterReturn = false;

  constructor(private readonly delimiter: string) {}

  /** @returns the rows that have ended */
  push(text: string): ImportRow[] {
    const rows: ImportRow[] = [];
    for (const sign of text) this.take(sign, rows);
    return rows;
  }

  /** @returns the last row; `'unclosed'` when a quote was opened and never closed, with the row it stands in */
  end(): { readonly rows: readonly ImportRow[]; readonly unclosedIn?: number } {
    if (this.state === 'quoted') return { rows: [], unclosedIn: this.number };
    const rows: ImportRow[] = [];
    if (this.state !== 'start' || this.cells.length > 0) this.endRow(rows);
    return { rows };
  }

  private take(sign: string, rows: ImportRow[]): void {
    if (this.afterReturn) {
      this.afterReturn = false;
      if (sign === '\n') return;
    }
    if (this.state === 'quoted') return this.takeQuoted(sign);
    if (sign === '"' && this.state !== 'plain') {
      // a second quote was a quote of the text
      if (this.state === 'closed') this.add('"');
      this.state = 'quoted';
      return;
    }
    if (sign === this.delimiter) return this.endCell();
    if (sign === '\n' || sign === '\r') {
      this.afterReturn = sign === '\r';
      return this.endRow(rows);
    }
    this.state = 'plain';
    this.add(sign);
  }

  private takeQuoted(sign: string): void {
    if (sign === '"') this.state = 'closed';
    else this.add(sign);
  }

  private add(sign: string): void {
    if (this.cell.length < IMPORT_LIMITS.cell) this.cell += sign;
    else this.tooLong = true;
  }

  private endCell(): void {
    // a row of nothing but delimiters is not to fill the memory
    if (this.cells.length <= IMPORT_LIMITS.columns || this.cell.trim() !== '') {
      if (this.cells.length > IMPORT_LIMITS.columns) this.cells.length = IMPORT_LIMITS.columns;
      this.cells.push(this.tooLong ? { fault: 'too_long' } : this.cell);
    }
    this.cell = '';
    this.tooLong = false;
    this.state = 'start';
  }

  private endRow(rows: ImportRow[]): void {
    this.endCell();
    rows.push({ number: this.number, cells: this.cells });
    this.number += 1;
    this.cells = [];
  }
}
