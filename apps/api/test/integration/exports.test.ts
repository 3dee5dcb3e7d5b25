import { EXPORT_COLUMN_LABELS, EXPORT_COLUMNS } from '@praktika/contracts';
import ExcelJS from 'exceljs';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { download } from '../fixtures/downloads.js';
import {
  createTestApp,
  Documents,
  expectStatus,
  Operations,
  type Caller,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let documents: Documents;
let operations: Operations;
let office: Caller;
let hr: Caller;
/** The office's documents, the newest change last. */
let made: DocumentCardDto[];

const HOSTILE = '=HYPERLINK("http://evil.test";"тут")';
const PARTNER = '\u00a0@SUM(1+1)\n=2; «Сосна»';
const FOREIGN = 'чужое-7f3a';

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  operations = new Operations(test);
  office = await documents.author();
  hr = await documents.recipient();
  made = [
    await documents.draft(),
    await documents.inStatus('ON_APPROVAL'),
    await documents.inStatus('CONCLUDED'),
  ];
  const { foreignEmployer: employer, foreignUniversity: university } = test.world;
  await new Documents(test, { employer, university }).draft({ number: FOREIGN });
  await test.database.owner.query(
    `UPDATE registry_entries SET title = $2, partner_name = $3, practice_from = '2026-10-05',
            waiting_since = '2026-09-07T21:30:15Z' WHERE document_id = $1`,
    [made[1]!.id, HOSTILE, PARTNER],
  );
}, 60_000);
afterAll(() => test?.close());

type Row = Record<string, string>;

/** Cells by RFC 4180: the least a reader may do. */
function parse(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/gy;
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const resultOf = async (caller: Caller, body: object): Promise<Buffer> => {
  const { id, status, problem } = await operations.whole(caller, '/documents/exports', body);
  expect({ status, problem }).toEqual({ status: 'DONE', problem: null });
  return download(caller, `/operations/${id}/result`);
};

const csv = async (caller: Caller, body: object = {}): Promise<Row[]> => {
  const bytes = await resultOf(caller, { format: 'CSV', filter: {}, ...body });
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, ...lines] = parse(bytes.subarray(3).toString('utf8'));
  return lines.map((line): Row => Object.fromEntries(line.map((text, place) => [head![place]!, text])));
};

const sheet = async (caller: Caller, body: object = {}): Promise<ExcelJS.Worksheet> => {
  const bytes = await resultOf(caller, { format: 'XLSX', filter: {}, ...body });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook.worksheets[0]!;
};

const numbersOf = (rows: readonly Row[]) => rows.map((row) => row['Номер']);

describe('CSV', () => {
  it('holds what the registry shows, in its order, in Russian', async () => {
    const rows = await csv(office);
    expect(Object.keys(rows[0]!)).toEqual(EXPORT_COLUMNS.map((column) => EXPORT_COLUMN_LABELS[column]));
    const shown = expectStatus(await office.get('/documents?limit=100'), 200).body as {
      items: { number: string }[];
    };
    expect(numbersOf(rows)).toEqual(shown.items.map(({ number }) => number));
    expect(rows.find((row) => row['Номер'] === made[2]!.number)).toMatchObject({
      'Тип документа': 'Договор на период практики',
      Дата: '2026-09-07',
      Статус: 'Заключен',
      Направление: 'Исходящие',
      Партнёр: 'ООО «Сосна»',
      'ИНН партнёра': '7710474375',
    });
  });

  it('T8: lets no cell compute, keeps one line a row, and shows instants by the organization’s clock', async () => {
    const bytes = await resultOf(office, { format: 'CSV', filter: {} });
    expect(bytes.toString('utf8').split('\r\n')).toHaveLength(made.length + 2);
    expect(bytes.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const row = (await csv(office)).find(({ Номер }) => Номер === made[1]!.number);
    expect(row).toMatchObject({
      Название: `'${HOSTILE}`,
      Партнёр: `'${PARTNER.replace('\n', ' ')}`,
      'Период практики с': '2026-10-05',
      'Ждёт нашего действия с': '2026-09-08 00:30:15',
    });
  });

  it('is narrowed, searched and sorted as the registry is, and has the columns asked for', async () => {
    expect(numbersOf(await csv(office, { filter: { status: ['CONCLUDED'] } }))).toEqual([made[2]!.number]);
    expect(numbersOf(await csv(office, { filter: { q: made[0]!.number! } }))).toEqual([made[0]!.number]);
    const sorted = await csv(office, { filter: { sort: 'updatedAt' }, columns: ['status', 'number'] });
    expect(sorted.map((row) => Object.keys(row))).toEqual(made.map(() => ['Статус', 'Номер']));
    const newestFirst = await csv(office, { filter: { sort: '-updatedAt' } });
    expect(numbersOf(sorted)).toEqual(numbersOf(newestFirst).reverse());
    expect(await csv(office, { filter: { q: 'такого нет нигде' } })).toEqual([]);
  });

  it('quotes in a search are looked for and nothing else', async () => {
    for (const q of ["'; DROP TABLE documents; --", String.raw`\' OR true --`, '$1 $2', '%']) {
      expect(await csv(office, { filter: { q } })).toEqual([]);
    }
  });

  it('shows the recipient what it sees: nothing unsent, nobody else’s', async () => {
    const rows = await csv(hr);
    expect(numbersOf(rows).sort()).toEqual([made[1]!.number, made[2]!.number].sort());
    expect(JSON.stringify([rows, await csv(office)])).not.toContain(FOREIGN);
    const { id } = test.world.foreignEmployer;
    expect(await csv(office, { filter: { partnerId: [id] } })).toEqual([]);
    expect(await csv(office, { filter: { partnerId: [id, test.world.employer.id] } })).toHaveLength(3);
  });
});

describe('XLSX', () => {
  it('holds texts as texts and dates as dates, under a frozen and filtered header', async () => {
    const page = await sheet(office);
    expect(page.name).toBe('Реестр документов');
    expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(page.autoFilter).toBe('A1:L1');
    expect(page.rowCount).toBe(made.length + 1);
    const titles = (page.getRow(1).values as string[]).slice(1);
    expect(titles).toEqual(EXPORT_COLUMNS.map((column) => EXPORT_COLUMN_LABELS[column]));
    const rows = page.getRows(2, made.length)!;
    const row = rows.find((one) => one.getCell(2).value === made[1]!.number)!;
    expect(row.getCell(4)).toMatchObject({ value: HOSTILE, type: ExcelJS.ValueType.String });
    expect(row.getCell(7)).toMatchObject({ value: PARTNER, type: ExcelJS.ValueType.String });
    expect(row.getCell(8).value).toBe('7710474375');
    expect(row.getCell(9)).toMatchObject({ value: new Date('2026-10-05T00:00:00Z'), numFmt: 'dd.mm.yyyy' });
    expect(row.getCell(11)).toMatchObject({
      value: new Date('2026-09-08T00:30:15Z'),
      numFmt: 'dd.mm.yyyy hh:mm',
    });
    expect(page.getColumn(4).width).toBe(60);
    rows.forEach((one) => one.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  });

  it('is named for the organization’s day', async () => {
    const ended = await operations.whole(office, '/documents/exports', { format: 'XLSX', filter: {} });
    expect(ended).toMatchObject({
      kind: 'EXPORT',
      status: 'DONE',
      total: made.length,
      done: made.length,
      result: {
        name: 'Реестр документов 2026-09-07.xlsx',
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    });
  });
});

describe('an export', () => {
  it('refuses what it does not know', async () => {
    for (const [body, pointer] of [
      [{ format: 'PDF', filter: {} }, '/format'],
      [{ format: 'CSV', filter: {}, columns: ['secret'] }, '/columns'],
      [{ format: 'CSV', filter: {}, columns: ['title', 'title'] }, '/columns'],
      [{ format: 'CSV', filter: { cursor: 'x' } }, '/filter/cursor'],
    ] as const) {
      const { errors } = expectStatus(await office.post('/documents/exports', body), 422).body as {
        errors: { pointer: string }[];
      };
      expect(errors[0]?.pointer).toBe(pointer);
    }
  });

  it('stopped before its turn makes no file; one whose worker died is made anew', async () => {
    const body = { format: 'CSV', filter: {} };
    const stopped = await operations.begin(office, '/documents/exports', body);
    expectStatus(await office.post(`/operations/${stopped.id}/actions/cancel`), 200);
    await operations.run(stopped.id);
    expectStatus(await office.get(`/operations/${stopped.id}/result`), 404);
    const { id } = await operations.begin(office, '/documents/exports', body);
    await test.database.owner.query(
      `UPDATE operations SET status = 'RUNNING', done = 2, attempts = 1 WHERE id = $1`,
      [id],
    );
    await operations.run(id);
    expect(await operations.get(office, id)).toMatchObject({ status: 'DONE', done: 3, total: 3 });
  });
});
