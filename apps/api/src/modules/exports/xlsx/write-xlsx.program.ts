import { once, type EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { rowsOf } from './copy-text.js';
import type { Sheet, SheetColumn } from './sheet.js';

/** One object for all cells of a type: exceljs looks a style up by its object, and describes each new one anew. */
const STYLES: Readonly<Record<SheetColumn['type'], Partial<ExcelJS.Style>>> = {
  text: {},
  date: { numFmt: 'dd.mm.yyyy' },
  instant: { numFmt: 'dd.mm.yyyy hh:mm' },
};

/** Packed a tenth less than by zlib's default, in two thirds of the time that the whole takes with it. */
const PACKING = 3;

/** Excel takes no longer text. */
const LONGEST_TEXT = 32_767;

/** Bytes that wait to be packed before the reading of rows waits too. */
const MOST_WAITING = 1024 * 1024;

/** What XML does not allow; exceljs drops the control characters itself. */
const UNSPEAKABLE = /[\ufffe\uffff]/g;

/** A cell: a text stays a text, whatever it looks like; dates and times are Excel's, without a zone. */
function valueOf(text: string, { type }: SheetColumn): string | Date {
  if (type === 'text') return text.slice(0, LONGEST_TEXT).replace(UNSPEAKABLE, '');
  return new Date(type === 'date' ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}Z`);
}

/**
 * Writes a workbook of one sheet to standard output: `node write-xlsx.program.js SHEET`, the sheet as JSON. Rows come
 * on standard input as PostgreSQL's COPY writes them. A process of its own, because writing a large table keeps a
 * processor busy for seconds.
 */
async function main({ name, columns }: Sheet): Promise<void> {
  // standard output never tells that it has ended, and exceljs waits for that
  const output = new PassThrough();
  output.pipe(process.stdout);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    zip: { zlib: { level: PACKING } },
  });
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title, width }) => ({ header: title, width }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const header = sheet.getRow(1);
  header.font = { bold: true };
  header.commit();
  for await (const rows of rowsOf(process.stdin)) {
    for (const row of rows) addRow(sheet, columns, row);
    await packed(sheet);
  }
  sheet.commit();
  await workbook.commit();
}

function addRow(
  sheet: ExcelJS.Worksheet,
  columns: readonly SheetColumn[],
  texts: readonly (string | null)[],
): void {
  const row = sheet.addRow([]);
  for (const [place, column] of columns.entries()) {
    const text = texts[place];
    if (text === null || text === undefined) continue;
    const cell = row.getCell(place + 1);
    cell.value = valueOf(text, column);
    cell.style = STYLES[column.type];
  }
  row.commit();
}

/** The part of exceljs's and its streams' inside that tells how much is not packed yet: nothing else does. */
interface Packer extends EventEmitter {
  readonly _writableState: { readonly length: number };
}

/** Waits while much is written that is not packed yet: exceljs itself would gather all of it. */
async function packed(sheet: ExcelJS.Worksheet): Promise<void> {
  const { pipes } = (sheet as unknown as { readonly stream: { readonly pipes: readonly Packer[] } }).stream;
  const waiting = pipes.find(({ _writableState: { length } }) => length > MOST_WAITING);
  if (waiting) await once(waiting, 'drain');
}

await main(JSON.parse(process.argv[2] ?? '') as Sheet);
