import type { Pool } from 'pg';
import { Database, POOL, type Statement } from '../../src/core/database/index.js';
import { createTestApp, type TestApp } from '../support/index.js';

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
