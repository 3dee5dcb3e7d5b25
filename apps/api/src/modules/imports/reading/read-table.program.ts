import { IMPORT_LIMITS, type ImportRow } from '@praktika/contracts';
import { csvRows } from './csv-rows.js';
import { REFUSED, rowLine } from './table-lines.js';
import { UnreadableTable } from './unreadable-table.js';

/** Rows of the file on standard input. exceljs is loaded only where it is needed. */
async function rowsOf(
  mediaType: string,
): Promise<AsyncIterable<readonly ImportRow[]> | Iterable<readonly ImportRow[]>> {
  if (mediaType.endsWith('spreadsheetml.sheet')) {
    const { xlsxRows } = await import('./xlsx-rows.js');
    return xlsxRows(process.stdin);
  }
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return csvRows(Buffer.concat(parts));
}

const isBlank = ({ cells }: ImportRow) =>
  cells.every((cell) => typeof cell === 'string' && cell.trim() === '');

/**
 * Reads a table from standard input and writes its rows that are not blank, a line of JSON each:
 * `node read-table.program.js MEDIA-TYPE`. A process of its own, so that a hostile file can use up no more than this
 * process has, and the one that serves people keeps its memory and its turn.
 */
async function main(mediaType: string): Promise<void> {
  // the headings are a row too
  let left = IMPORT_LIMITS.rows + 1;
  for await (const rows of await rowsOf(mediaType)) {
    const lines: string[] = [];
    for (const row of rows) {
      if (isBlank(row)) continue;
      if (left === 0) throw tooManyRows(row);
      left -= 1;
      lines.push(rowLine(row));
    }
    if (lines.length > 0 && !process.stdout.write(lines.join(''))) await drained();
  }
}

const drained = () => new Promise<void>((resolve) => process.stdout.once('drain', resolve));

const tooManyRows = ({ number }: ImportRow) =>
  new UnreadableTable(
    'too_many_rows',
    `Строк больше ${IMPORT_LIMITS.rows}: начиная со строки ${number} перенесите их в другой файл.`,
  );

try {
  await main(process.argv[2] ?? '');
} catch (error) {
  const { code, message } =
    error instanceof UnreadableTable
      ? error
      : new UnreadableTable('damaged', 'Файл повреждён или это не таблица.');
  process.stderr.write(JSON.stringify({ code, text: message }));
  process.exitCode = REFUSED;
  // what is left of the input is nobody's business any more
  process.stdin.destroy();
}
