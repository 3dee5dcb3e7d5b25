import {
  AREA_COLUMNS,
  PLACE_COLUMNS,
  PROFESSION_COLUMNS,
  SPECIALTY_COLUMNS,
  type ImportColumn,
  type ReferenceImport,
} from '@praktika/contracts';
import ExcelJS from 'exceljs';
import type { ImportRowDto } from '../../src/modules/imports/imports.dto.js';
import type { OperationDto } from '../../src/modules/operations/operations.dto.js';
import { download } from '../fixtures/downloads.js';
import { docx } from '../fixtures/office.js';
import {
  createModerator,
  createTestApp,
  expectStatus,
  Operations,
  TEST_NOW,
  type Caller,
  type TestApp,
} from '../support/index.js';

/** A process of its own reads each table: that takes its time where everything is busy. */
const PATIENCE = 120_000;

let test: TestApp;
let operations: Operations;
let manager: Caller;
let clerk: Caller;
let stranger: Caller;

beforeAll(async () => {
  test = await createTestApp();
  operations = new Operations(test);
  const { employer, foreignEmployer } = test.world;
  manager = await test.as(employer.people.manager);
  clerk = await test.as(employer.people.clerk);
  stranger = await test.as(foreignEmployer.people.manager);
  await test.database.owner.query(
    `INSERT INTO professional_areas (code, name, created_at, updated_at)
     VALUES ('06', 'Связь, информационные и коммуникационные технологии', now(), now()),
            ('40', 'Сквозные виды профессиональной деятельности в промышленности', now(), now())
     ON CONFLICT DO NOTHING`,
  );
}, PATIENCE);
afterAll(() => test?.close());

/** A row by its headings, as text and as a spreadsheet has it. */
type Texts = Readonly<Record<string, string>>;
type Cells = Readonly<Record<string, ExcelJS.CellValue>>;

const GOOD: Texts = {
  'Тип заявки': 'Проведение практики',
  Область: '06',
  Профессия: 'Программист',
  Регион: 'г. Москва',
  Мест: '5',
  Начало: '01.10.2026',
  Окончание: '2026-11-30',
  'Контактное лицо': 'Иванова Анна',
  Телефон: '+7 495 000-00-00',
};

const REQUIRED = PLACE_COLUMNS.filter(({ required }) => required).map(({ heading }) => heading);

/** A table as CSV, with the headings of its first row. */
const csv = (rows: readonly Texts[], delimiter = ';'): string =>
  [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join('\r\n');

async function xlsx(rows: readonly Cells[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Места');
  sheet.addRow(Object.keys(rows[0]!));
  for (const row of rows) sheet.addRow(Object.values(row));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function upload(caller: Caller, bytes: Buffer | string, name = 'места.csv'): Promise<string> {
  const response = await caller
    .send('post', '/imports/places/files')
    .attach('file', Buffer.from(bytes), { filename: name });
  return (expectStatus(response, 201).body as { id: string }).id;
}

/** An import from the upload to its end. */
async function imported(
  bytes: Buffer | string,
  asked: object = {},
  { caller = manager, name }: { caller?: Caller; name?: string } = {},
): Promise<OperationDto> {
  const fileId = await upload(caller, bytes, name);
  return operations.whole(caller, '/imports/places', { fileId, dryRun: false, ...asked });
}

const rowsOf = async (caller: Caller, id: string, query = ''): Promise<ImportRowDto[]> =>
  (expectStatus(await caller.get(`/imports/${id}/rows${query}`), 200).body as { items: ImportRowDto[] })
    .items;

async function listings(): Promise<Record<string, unknown>[]> {
  const { rows } = await test.database.owner.query<Record<string, unknown>>(
    'SELECT * FROM listings ORDER BY created_at, id',
  );
  return rows;
}

const emptied = async () => {
  await test.database.owner.query('DELETE FROM import_rows; DELETE FROM listings');
};
beforeEach(emptied);

describe('places out of a table', () => {
  it('become drafts of one’s own organization, each with one entry of history and one event', async () => {
    const operation = await imported(csv([GOOD, { ...GOOD, Профессия: 'Инженер' }]));
    expect(operation).toMatchObject({
      kind: 'IMPORT',
      action: 'PLACES',
      status: 'DONE',
      total: 2,
      done: 2,
      failed: 0,
    });
    const made = await listings();
    expect(made.map(({ status, title, organization_id }) => ({ status, title, organization_id }))).toEqual(
      ['Программист', 'Инженер'].map((title) => ({
        status: 'DRAFT',
        title,
        organization_id: test.world.employer.id,
      })),
    );
    expect(made[0]).toMatchObject({
      missing: [],
      contacts: { person: 'Иванова Анна', phone: '+7 495 000-00-00' },
      terms: {
        applicationType: 'PRACTICE',
        areaCode: '06',
        regionCode: '77',
        seats: 5,
        from: '2026-10-01',
        to: '2026-11-30',
      },
    });
    const { rows: history } = await test.database.owner.query(
      `SELECT type, payload FROM history_entries WHERE object_id = ANY ($1) ORDER BY id`,
      [made.map(({ id }) => id)],
    );
    expect(history).toEqual([2, 3].map((row) => ({ type: 'imported', payload: { file: 'места.csv', row } })));
    const { rows: events } = await test.database.owner.query(
      `SELECT type FROM outbox WHERE object_id = ANY ($1)`,
      [made.map(({ id }) => id)],
    );
    expect(events).toEqual([{ type: 'listing.create' }, { type: 'listing.create' }]);
    expect(await rowsOf(manager, operation.id)).toEqual(
      made.map(({ id, title }, place) => ({
        number: place + 2,
        outcome: 'CREATED',
        label: title,
        errors: [],
        targetId: id,
      })),
    );
  });

  it(
    'are read alike from XLSX: dates, numbers, results of formulas, a specialty taken for a date',
    async () => {
      const bytes = await xlsx([
        {
          ...GOOD,
          Область: 6,
          Мест: { formula: '2+3', result: 5 },
          Начало: new Date('2026-10-01T00:00:00Z'),
          Окончание: new Date('2026-11-30T00:00:00Z'),
          'Код специальности': new Date('2007-02-09T00:00:00Z'),
          Описание: { richText: [{ text: 'Сервисы ' }, { text: 'и данные' }] },
        },
      ]);
      expect(await imported(bytes, {}, { name: 'места.xlsx' })).toMatchObject({
        status: 'DONE',
        done: 1,
        failed: 0,
      });
      expect((await listings())[0]!['terms']).toMatchObject({
        areaCode: '06',
        seats: 5,
        from: '2026-10-01',
        to: '2026-11-30',
        specialtyCode: '09.02.07',
        level: 'SPO_SPECIALIST',
        description: 'Сервисы и данные',
      });
    },
    PATIENCE,
  );

  it.each([
    ['windows-1251 with semicolons', Buffer.from(csv([GOOD]).split('').map(toWindows1251))],
    ['UTF-8 with commas', `\ufeff${csv([GOOD], ',')}`],
    ['UTF-16 with tabs', Buffer.from(`\ufeff${csv([GOOD], '\t')}`, 'utf16le')],
  ])('are read from CSV in %s', async (_, bytes) => {
    expect(await imported(bytes)).toMatchObject({ status: 'DONE', done: 1 });
    expect((await listings())[0]).toMatchObject({ title: 'Программист' });
  });

  it(
    'E14.2.14: are published at once when complete, asked, and allowed; the rest is told what it lacks',
    async () => {
      const { Телефон: _, ...incomplete } = GOOD;
      const table = csv([
        GOOD,
        { ...incomplete, Телефон: '' },
        { ...GOOD, Начало: '01.01.2020', Окончание: '02.01.2020' },
      ]);
      const operation = await imported(table, { publish: true });
      expect(operation).toMatchObject({ status: 'DONE', done: 1, failed: 2 });
      expect(await listings()).toMatchObject([{ status: 'PUBLISHED', number: 1 }]);
      const refused = await rowsOf(manager, operation.id, '?outcome=REFUSED');
      expect(refused.map(({ errors: [error] }) => [error!.column, error!.code])).toEqual([
        ['Телефон', 'is_not_empty'],
        ['Окончание', 'period_ended'],
      ]);
      await imported(csv([GOOD]), { publish: true });
      expect((await listings()).map(({ number }) => number)).toEqual([1, 2]);
      const fileId = await upload(clerk, csv([GOOD]));
      expectStatus(await clerk.post('/imports/places', { fileId, dryRun: true, publish: true }), 403);
    },
    PATIENCE,
  );

  it('name a profession of the directory where they mean one', async () => {
    const id = '01990000-0000-7000-8000-000000000001';
    await test.database.owner.query(
      `INSERT INTO professions (id, name, area_code, search_text, created_at, updated_at)
       VALUES ($1, 'программист', '06', 'программист', now(), now())`,
      [id],
    );
    await imported(csv([GOOD]));
    expect((await listings())[0]).toMatchObject({ profession_id: id, terms: { professionId: id } });
  });
});

describe('rows with errors', () => {
  const BAD: readonly (readonly [string, Texts, string | null, string])[] = [
    ['an unknown type', { 'Тип заявки': 'Экскурсия' }, 'Тип заявки', 'unknown_value'],
    ['an unknown area', { Область: '99' }, 'Область', 'unknown_value'],
    ['an unknown region', { Регион: 'Нарния' }, 'Регион', 'unknown_value'],
    ['no seats', { Мест: '0' }, 'Мест', 'out_of_range'],
    ['seats that are no number', { Мест: 'пять' }, 'Мест', 'out_of_range'],
    ['a day that does not exist', { Начало: '31.02.2027' }, 'Начало', 'is_calendar_date'],
    ['an end before the start', { Окончание: '01.09.2026' }, 'Окончание', 'end_before_start'],
    ['a name of 5,000 characters', { Профессия: 'Я'.repeat(5_000) }, 'Профессия', 'max_length'],
    ['a cell of 11,000 characters', { Профессия: 'Я'.repeat(11_000) }, 'Профессия', 'too_long'],
  ];

  it('are told by row and column, stop no other row, and can be downloaded', async () => {
    const table = csv([...BAD.map(([, cells]) => ({ ...GOOD, ...cells })), GOOD]);
    const operation = await imported(table);
    expect(operation).toMatchObject({ status: 'DONE', total: BAD.length + 1, done: 1, failed: BAD.length });
    const refused = await rowsOf(manager, operation.id, '?outcome=REFUSED');
    expect(refused.map(({ number, errors }) => [number, errors[0]!.column, errors[0]!.code])).toEqual(
      BAD.map(([, , column, code], place) => [place + 2, column, code]),
    );
    expect(await listings()).toHaveLength(1);
    const report = (await download(manager, `/imports/${operation.id}/report`)).toString('utf8');
    expect(report.split('\r\n')).toHaveLength(BAD.length + 3);
    expect(report).toContain('2;Отклонена;Программист;Тип заявки;unknown_value;');
  });

  it(
    'write nothing at all when all or nothing is asked; then everything',
    async () => {
      const bad = { ...GOOD, Мест: '0' };
      const operation = await imported(csv([GOOD, bad]), { allOrNothing: true });
      expect(operation).toMatchObject({ status: 'DONE', done: 1, failed: 1 });
      expect(await listings()).toEqual([]);
      expect((await rowsOf(manager, operation.id)).map(({ outcome }) => outcome)).toEqual([
        'VALID',
        'REFUSED',
      ]);
      await imported(csv([GOOD, GOOD]), { allOrNothing: true });
      expect(await listings()).toHaveLength(2);
    },
    PATIENCE,
  );

  it('a dry run writes nothing and tells the same', async () => {
    const operation = await imported(csv([GOOD, { ...GOOD, Мест: '0' }]), { dryRun: true });
    expect(operation).toMatchObject({ status: 'DONE', done: 1, failed: 1 });
    expect(await listings()).toEqual([]);
    expect((await rowsOf(manager, operation.id)).map(({ outcome }) => outcome)).toEqual(['VALID', 'REFUSED']);
  });

  it('T8: a formula stays a text and computes nothing in the report; invisible signs are dropped', async () => {
    const evil = '=HYPERLINK("http://evil.test";"тут")';
    const operation = await imported(csv([{ ...GOOD, Профессия: `${evil}\u202e\u200b` }]));
    expect((await listings())[0]).toMatchObject({ title: evil });
    const report = (await download(manager, `/imports/${operation.id}/report`)).toString('utf8');
    expect(report).toContain(`"'${evil.replaceAll('"', '""')}"`);
  });

  it(
    'of XLSX are told too: a formula that fails, a value without a heading',
    async () => {
      const bytes = await xlsx([
        { ...GOOD, Мест: { error: '#DIV/0!' }, '': '' },
        { ...GOOD, '': 'лишнее' },
      ]);
      const operation = await imported(bytes, {}, { name: 'места.xlsx' });
      const errors = (await rowsOf(manager, operation.id)).map(({ errors: [error] }) => [
        error!.column,
        error!.code,
      ]);
      expect(errors).toEqual([
        ['Мест', 'formula_error'],
        [null, 'cell_without_heading'],
      ]);
    },
    PATIENCE,
  );
});

describe('a table that is refused as a whole', () => {
  const refusals = async (bytes: Buffer | string, name?: string): Promise<string[]> => {
    const { status, problem } = await imported(bytes, {}, { ...(name !== undefined && { name }) });
    expect(status).toBe('FAILED');
    expect(await listings()).toEqual([]);
    return (problem?.errors ?? []).map(({ code, detail }) => `${code}: ${detail}`);
  };

  it('names the columns it lacks and those nobody knows', async () => {
    const { Профессия: _, ...rest } = GOOD;
    expect(await refusals(csv([{ ...rest, Премия: '1', Мест: '5' }]))).toEqual([
      'unknown_column: Строка 1: столбца «Премия» в шаблоне нет, удалите его.',
      'missing_column: Строка 1: нет столбца «Профессия», добавьте его.',
    ]);
  });

  it(
    'may not hold more than 50,000 rows, and nothing of it is written',
    async () => {
      const table = `${REQUIRED.join(';')}\n${';Х;;;;;\n'.repeat(50_001)}`;
      expect(await refusals(table)).toEqual([
        'too_many_rows: Строк больше 50000: начиная со строки 50002 перенесите их в другой файл.',
      ]);
    },
    PATIENCE,
  );

  it(
    'must have rows, and close its quotes',
    async () => {
      expect(await refusals(csv([GOOD]).split('\r\n')[0]!)).toEqual([
        'empty: В файле нет строк под заголовками.',
      ]);
      expect(await refusals(`${csv([GOOD])}\r\n"открыта`)).toEqual([
        'unclosed_quote: Строка 3: кавычка открыта и не закрыта до конца файла.',
      ]);
    },
    PATIENCE,
  );

  it('must be a table: other files are refused when they are uploaded, or named as such', async () => {
    const send = (bytes: Buffer, name: string) =>
      manager.send('post', '/imports/places/files').attach('file', bytes, { filename: name });
    for (const [bytes, name, reason] of [
      [await docx(), 'договор.docx', 'type'],
      [Buffer.from('%PDF-1.7\n\0\x01'), 'файл.csv', 'type'],
      [Buffer.alloc(0), 'пусто.csv', 'empty'],
      [Buffer.from(csv([GOOD])), 'места.xlsx', 'extension'],
    ] as const) {
      expect(expectStatus(await send(bytes, name), 422).body).toMatchObject({
        code: 'file_rejected',
        reason,
      });
    }
    const word = await docx();
    const { id: fileId } = expectStatus(await manager.upload(word, 'договор.docx'), 201).body as {
      id: string;
    };
    const answer = expectStatus(await manager.post('/imports/places', { fileId, dryRun: true }), 422);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/fileId', code: 'media_type' }] });
  });
});

describe('an import that is broken off', () => {
  const many = (count: number) =>
    csv(Array.from({ length: count }, (_, place) => ({ ...GOOD, Мест: String(1 + (place % 50)) })));

  it(
    'goes on behind the last part that was written: nothing lost, nothing twice',
    async () => {
      const fileId = await upload(manager, many(2_500));
      const { id } = await operations.begin(manager, '/imports/places', { fileId, dryRun: false });
      // the database refuses the second part, once
      await test.database.owner.query(`
      CREATE FUNCTION refuse_second() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF (SELECT count(*) FROM listings) > 1000 THEN RAISE EXCEPTION 'power cut'; END IF; RETURN NULL; END $$;
      CREATE TRIGGER power_cut AFTER INSERT ON listings FOR EACH STATEMENT EXECUTE FUNCTION refuse_second()`);
      await operations.run(id);
      expect(await operations.get(manager, id)).toMatchObject({ status: 'RUNNING', done: 1_000 });
      await test.database.owner.query('DROP TRIGGER power_cut ON listings; DROP FUNCTION refuse_second()');
      test.clock.set(new Date(test.clock.now().getTime() + 60_000));
      await operations.run(id);
      expect(await operations.get(manager, id)).toMatchObject({
        status: 'DONE',
        total: 2_500,
        done: 2_500,
        failed: 0,
      });
      expect(await listings()).toHaveLength(2_500);
      expect(await rowsOf(manager, id)).toHaveLength(100);
    },
    PATIENCE,
  );

  it(
    'writes nothing more once it has been cancelled',
    async () => {
      const fileId = await upload(manager, many(5));
      const { id } = await operations.begin(manager, '/imports/places', { fileId, dryRun: false });
      expectStatus(await manager.post(`/operations/${id}/actions/cancel`), 200);
      await operations.run(id);
      expect(await listings()).toEqual([]);
    },
    PATIENCE,
  );
});

describe('what belongs to others', () => {
  it('is not found: neither their file nor their report', async () => {
    const fileId = await upload(manager, csv([GOOD]));
    const { id } = await operations.begin(manager, '/imports/places', { fileId, dryRun: true });
    expectStatus(await stranger.post('/imports/places', { fileId, dryRun: true }), 422);
    for (const path of ['rows', 'report']) expectStatus(await stranger.get(`/imports/${id}/${path}`), 404);
    expectStatus(await clerk.get(`/imports/${id}/rows`), 404);
  });
});

describe('templates', () => {
  it.each(['CSV', 'XLSX'])(
    'in %s are imported without an error as they are',
    async (format) => {
      const bytes = await download(manager, `/imports/places/template?format=${format}`);
      const name = `шаблон.${format.toLowerCase()}`;
      expect(await imported(bytes, { publish: true }, { name })).toMatchObject({
        status: 'DONE',
        done: 1,
        failed: 0,
      });
    },
    PATIENCE,
  );
});

describe('reference data', () => {
  let moderator: Caller;

  beforeAll(async () => {
    moderator = await test.as(await createModerator(test.database.owner, TEST_NOW));
  });

  it(
    'is the moderator’s to import: added, brought up to date, left as it is',
    async () => {
      const send = (lines: string) => importReference(moderator, 'professions', PROFESSION_COLUMNS, lines);
      const first = 'Токарь;40;15.01.33;Точит;\nСварщик;40;;;\n;40;;;\n';
      expect(await send(first)).toEqual(['CREATED', 'CREATED', 'REFUSED']);
      expect(await send('токарь;40;;Точит детали;\nСварщик;40;;;\n')).toEqual(['UPDATED', 'UNCHANGED']);
      const { rows } = await test.database.owner.query(
        `SELECT name, specialty_codes, description, version FROM professions
          WHERE name IN ('Сварщик', 'токарь') ORDER BY name`,
      );
      expect(rows).toEqual([
        { name: 'Сварщик', specialty_codes: [], description: null, version: 1 },
        { name: 'токарь', specialty_codes: ['15.01.33'], description: 'Точит детали', version: 2 },
      ]);
      const asked = { fileId: '01990000-0000-7000-8000-000000000009', dryRun: true };
      expectStatus(await moderator.post('/imports/reference/weather', asked), 404);
      expectStatus(await moderator.post('/imports/reference/professions', asked), 422);
      expectStatus(await moderator.post('/imports/places', asked), 403);
      expectStatus(await manager.get('/imports/reference/professions/template'), 403);
    },
    PATIENCE,
  );

  it(
    'C-22: specialties and areas are found again by their codes, and put back into use',
    async () => {
      const specialties = (lines: string) =>
        importReference(moderator, 'specialties', SPECIALTY_COLUMNS, lines);
      await test.database.owner.query(
        `INSERT INTO specialties (code, name, level, search_text, archived_at, created_at, updated_at)
         VALUES ('09.03.97', 'Забытая специальность', 'BACHELOR', '09.03.97 забытая специальность', now(), now(), now())`,
      );
      expect(
        await specialties(
          '09.03.97;Забытая специальность\n09.03.98;Новая специальность\n09.99.01;Без уровня\n;Без кода\n',
        ),
      ).toEqual(['UPDATED', 'CREATED', 'REFUSED', 'REFUSED']);
      expect(await specialties('09.03.97;Забытая специальность\n')).toEqual(['UNCHANGED']);
      const found = expectStatus(await manager.get('/reference/specialties?q=0903'), 200).body as {
        items: { code: string; name: string }[];
      };
      expect(found.items).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ code: '09.03.98', name: 'Новая специальность', level: 'BACHELOR' }),
          expect.objectContaining({ code: '09.03.97' }),
        ]),
      );

      const areas = (lines: string) => importReference(moderator, 'areas', AREA_COLUMNS, lines);
      expect(await areas('6;Связь\n90;Космос\nшесть;Связь\n')).toEqual(['UPDATED', 'CREATED', 'REFUSED']);
      const listed = expectStatus(await manager.get('/reference/professional-areas'), 200).body as object;
      expect(JSON.stringify(listed)).toContain('Космос');
      const { rows } = await test.database.owner.query(
        `SELECT type, payload ->> 'name' AS name FROM history_entries
          WHERE object_type IN ('specialty', 'professional_area') AND payload ->> 'name' IN ('Космос', 'Новая специальность')
          ORDER BY type`,
      );
      expect(rows).toEqual([
        { type: 'professional_area.added', name: 'Космос' },
        { type: 'specialty.added', name: 'Новая специальность' },
      ]);
    },
    PATIENCE,
  );
});

/** Sends lines under the headings of a list and answers with what came of each. */
async function importReference(
  moderator: Caller,
  kind: ReferenceImport,
  columns: readonly ImportColumn[],
  lines: string,
) {
  const headings = columns.map(({ heading }) => heading).join(';');
  const response = await moderator
    .send('post', '/imports/reference/files')
    .attach('file', Buffer.from(`${headings}\n${lines}`), { filename: 'справочник.csv' });
  const { id: fileId } = expectStatus(response, 201).body as { id: string };
  const { id } = await operations.whole(moderator, `/imports/reference/${kind}`, { fileId, dryRun: false });
  return (await rowsOf(moderator, id)).map(({ outcome }) => outcome);
}

/** A letter as windows-1251 has it. */
function toWindows1251(sign: string): number {
  const code = sign.charCodeAt(0);
  if (code >= 0x410 && code <= 0x44f) return code - 0x350;
  if (sign === 'ё') return 0xb8;
  return code;
}
