/**
 * The floor of exports: a bare program on pg and exceljs that reads the same rows through a cursor, as the database's
 * owner, and writes the same file by plain JavaScript. It has no operation, progress, rights or row-level security,
 * guards against no formula, and is warm when it is measured.
 */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import ExcelJS from 'exceljs';
import pg from 'pg';

const FETCH = 1000;

const ROWS = `
  SELECT e.kind, e.number, e.document_date, e.title, e.status, e.direction, e.partner_name, p.inn, e.practice_from,
         e.practice_to, e.waiting_since, e.updated_at
    FROM registry_entries e LEFT JOIN organizations p ON p.id = e.partner_id
   WHERE e.organization_id = $1 ORDER BY e.updated_at DESC, e.document_id DESC`;

const DATES = [2, 8, 9];
const INSTANTS = [10, 11];
const LABELLED = { 0: 'kinds', 4: 'statuses', 5: 'directions' };

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, options: '-c timezone=UTC' });
pg.types.setTypeParser(1082, (text) => text);

/** The rows as arrays, labels in place of codes, a batch at a time. */
async function* rows({ organization, labels }) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN READ ONLY');
    await client.query({ text: `DECLARE rows CURSOR FOR ${ROWS}`, values: [organization] });
    for (;;) {
      const { rows: batch } = await client.query({ text: `FETCH ${FETCH} FROM rows`, rowMode: 'array' });
      if (batch.length === 0) break;
      for (const row of batch) {
        for (const [place, name] of Object.entries(LABELLED)) row[place] = labels[name][row[place]];
      }
      yield batch;
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** An instant as the clock of the zone shows it. */
function clockOf(timeZone) {
  const shift = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (instant) => (instant === null ? null : shift.format(instant));
}

const quoted = (cell) => {
  if (cell === null) return '';
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

async function csv(request) {
  const file = createWriteStream(request.path);
  const clock = clockOf(request.timeZone);
  file.write(`\ufeff${request.titles.join(';')}\r\n`);
  for await (const batch of rows(request)) {
    let text = '';
    for (const row of batch) {
      for (const place of INSTANTS) row[place] = clock(row[place]);
      text += `${row.map(quoted).join(';')}\r\n`;
    }
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

async function xlsx(request) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: request.path, useStyles: true });
  const sheet = workbook.addWorksheet('Реестр документов', { views: [{ state: 'frozen', ySplit: 1 }] });
  const format = (place) =>
    DATES.includes(place) ? 'dd.mm.yyyy' : INSTANTS.includes(place) ? 'dd.mm.yyyy hh:mm' : undefined;
  sheet.columns = request.titles.map((header, place) => ({
    header,
    width: 20,
    ...(format(place) && { style: { numFmt: format(place) } }),
  }));
  const clock = clockOf(request.timeZone);
  for await (const batch of rows(request)) {
    for (const row of batch) {
      for (const place of DATES) row[place] &&= new Date(`${row[place]}T00:00:00Z`);
      for (const place of INSTANTS) row[place] &&= new Date(`${clock(row[place]).replace(' ', 'T')}Z`);
      sheet.addRow(row).commit();
    }
  }
  await workbook.commit();
}

const FORMATS = { CSV: csv, XLSX: xlsx };

process.on('message', async (request) => {
  const started = performance.now();
  await FORMATS[request.format](request);
  process.send({ elapsedMs: performance.now() - started });
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
