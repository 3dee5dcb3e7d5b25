import type { Readable } from 'node:stream';
import type { ImportRow } from '@praktika/contracts';

/** How the program that reads tables ends when it refuses one. */
export const REFUSED = 3;

/** A row as a line. */
export const rowLine = ({ number, cells }: ImportRow): string => `${JSON.stringify([number, ...cells])}\n`;

const rowOfLine = (line: string): ImportRow => {
  const [number, ...cells] = JSON.parse(line) as [number, ...ImportRow['cells']];
  return { number, cells };
};

/**
 * Rows out of their lines, so many at a time.
 * @param content lines in UTF-8
 * @param skip how many of the first are left out
 */
export async function* rowsOfLines(content: Readable, size: number, skip = 0): AsyncGenerator<ImportRow[]> {
  let rest = '';
  let rows: ImportRow[] = [];
  let left = skip;
  for await (const part of content.setEncoding('utf8')) {
    const lines = (rest + String(part)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (left > 0) {
        left -= 1;
        continue;
      }
      rows.push(rowOfLine(line));
      if (rows.length < size) continue;
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}
