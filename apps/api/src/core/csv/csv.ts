import { harmlessText } from './harmless.js';

/** Cells of Russian Excel's CSV are divided by semicolons: the comma is its decimal mark. */
export const CSV_DELIMITER = ';';

/** Tells Excel that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

const LINE_END = '\r\n';

/** One line of CSV (RFC 4180) with its end; cells that look like formulas are made harmless. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  cells.map(cellOf).join(CSV_DELIMITER) + LINE_END;

function cellOf(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = harmlessText(value);
  return /[";]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Bytes of CSV lines that end with LF, as lines that end with CRLF. No cell may hold a line's end. */
export const withCrLf = (part: Buffer): Buffer =>
  Buffer.from(part.toString('latin1').replaceAll('\n', LINE_END), 'latin1');
