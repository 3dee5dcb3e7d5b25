import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { Database, POOL, type Statement } from '../../src/core/database/index.js';
import { createTestApp, Documents, PERIOD_CONTRACT, type TestApp } from '../support/index.js';

let test: TestApp;
let database: Database;

beforeAll(async () => {
  test = await createTestApp();
  database = test.app.get(Database);
});
afterAll(() => test?.close());

const WHOSE: Statement = {
  name: 'test.whose',
  text: `SELECT current_setting('app.organization', true) AS organization, pg_backend_pid() AS connection`,
};
type WhoseRow = { organization: string };
const scope = () => ({ organizationId: test.world.employer.id });

/** More often than the pool has connections, so that each has run the statement before. */
const often = <Result>(run: () => Promise<Result>) => Promise.all(Array.from({ length: 60 }, run));

describe('A read within a scope', () => {
  it('knows its organization, the first time on a connection and every time after', async () => {
    const rows = (await often(() => database.read<WhoseRow>(scope(), WHOSE))).flat();
    expect(new Set(rows.map((row) => row.organization))).toEqual(new Set([test.world.employer.id]));
  });

  it('leaves nothing of it on the connection', async () => {
    await often(() => database.read(scope(), WHOSE));
    const rows = (await often(() => database.call<WhoseRow>(WHOSE, []))).flat();
    expect(new Set(rows.map((row) => row.organization))).toEqual(new Set(['']));
  });

  it('may not write', async () => {
    const write: Statement = { name: 'test.write', text: 'UPDATE files SET name = name RETURNING id' };
    await expect(database.read(scope(), write)).rejects.toMatchObject({ code: '25006' });
  });

  it('hands over NULL, numbers, instants, dates, lists and JSON as the columns tell', async () => {
    const values: Statement = {
      name: 'test.values',
      text: `SELECT NULL::text AS nothing, 7::bigint AS big, '2026-09-07 12:00:00.5+03'::timestamptz AS instant,
                    '2026-09-07'::date AS day, ARRAY['a', NULL] AS list, '{"a": [1]}'::jsonb AS json,
                    $1::timestamptz AS given, $2::text[] AS texts`,
    };
    const given = [new Date('2026-01-02T03:04:05.678Z'), ['x,y', '"z"']];
    const expected = {
      nothing: null,
      big: 7,
      instant: '2026-09-07T09:00:00.500Z',
      day: '2026-09-07',
      list: ['a', null],
      json: { a: [1] },
      given: '2026-01-02T03:04:05.678Z',
      texts: ['x,y', '"z"'],
    };
    for (const [row] of await often(() => database.read(scope(), values, given)))
      expect(row).toEqual(expected);
  });
});

describe('A statement that PostgreSQL refuses', () => {
  const DIVIDE: Statement = {
    name: 'test.divide',
    text: 'SELECT 1 / $1::integer AS part, pg_backend_pid() AS id',
  };
  const connections = () => test.app.get<Pool>(POOL).totalCount;

  it.each([
    ['within a scope', (by: number) => database.read(scope(), DIVIDE, [by])],
    ['by itself', (by: number) => database.call(DIVIDE, [by])],
  ])('does not cost its connection — %s', async (_, divide) => {
    const [row] = await divide(1);
    const before = connections();
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect(connections()).toBe(before);
    expect(await divide(1)).toEqual([row]);
  });
});

describe('A revision with long terms', () => {
  it('keeps all that a card shows of it in its row; the canonical text alone moves out', async () => {
    const premises = Array.from({ length: 9 }, (_, place) => ({
      name: `Учебный класс № ${place}, ${randomUUID()}`,
      address: `г. Москва, ул. Лесная, 1, каб. ${place}`,
    }));
    const documents = new Documents(test);
    const draft = await documents.draft({ terms: { ...PERIOD_CONTRACT.terms, premises } });
    const { id } = await documents.walk(draft, documents.route('ON_APPROVAL'));
    const { rows } = await test.database.owner.query<{ outside: string[] }>(
      `SELECT array_remove(ARRAY[
                CASE WHEN pg_column_toast_chunk_id(number) IS NOT NULL THEN 'number' END,
                CASE WHEN pg_column_toast_chunk_id(title) IS NOT NULL THEN 'title' END,
                CASE WHEN pg_column_toast_chunk_id(terms) IS NOT NULL THEN 'terms' END,
                CASE WHEN pg_column_toast_chunk_id(files) IS NOT NULL THEN 'files' END,
                CASE WHEN pg_column_toast_chunk_id(terms_sha256) IS NOT NULL THEN 'terms_sha256' END,
                CASE WHEN pg_column_toast_chunk_id(main_file_sha256) IS NOT NULL THEN 'main_file_sha256' END,
                CASE WHEN pg_column_toast_chunk_id(terms_canonical) IS NOT NULL THEN 'terms_canonical' END], NULL)
              AS outside FROM revisions WHERE document_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ outside: ['terms_canonical'] }]);
  });
});
