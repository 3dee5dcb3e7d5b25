import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '@praktika/contracts';
import { Purge } from '../../src/core/jobs/index.js';
import { ResultStore, ResultSweep } from '../../src/modules/operations/index.js';
import {
  createTestApp,
  expectStatus,
  Operations,
  TEST_NOW,
  type Caller,
  type TestApp,
} from '../support/index.js';

const EXPORT = { format: 'CSV', filter: {} };
const DAY_MS = 24 * 3_600_000;

let test: TestApp;
let operations: Operations;
let office: Caller;

beforeAll(async () => {
  test = await createTestApp();
  operations = new Operations(test);
  office = await test.as(test.world.university.people.manager);
});
afterAll(() => test?.close());

const made = () => operations.whole(office, '/documents/exports', EXPORT);
const folder = () => join(test.config.dataDirectory, 'results');
/** Makes an operation as old as told; sessions would end if the clock were moved. */
const age = (id: string, interval: string) =>
  test.database.owner.query(
    `UPDATE operations SET created_at = $2::timestamptz - $3::interval, finished_at = $2::timestamptz - $3::interval
      WHERE id = $1`,
    [id, TEST_NOW, interval],
  );
const detailOf = (body: unknown) => (body as Problem).detail;

describe('the file of an operation', () => {
  it('T7: is an attachment under its name, of the length told', async () => {
    const { id, result } = await made();
    const response = expectStatus(await office.get(`/operations/${id}/result`), 200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-length': String(result?.size),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(decodeURIComponent(String(response.headers['content-disposition']))).toContain(
      'Реестр документов 2026-09-07.csv',
    );
    expect(response.text.startsWith('\ufeffТип документа;Номер;')).toBe(true);
  });

  it('is its own person’s alone, and is waited for', async () => {
    const { id } = await operations.begin(office, '/documents/exports', EXPORT);
    const early = expectStatus(await office.get(`/operations/${id}/result`), 409);
    expect((early.body as Problem).code).toBe('invalid_state');
    await operations.run(id);
    const { university, employer } = test.world;
    for (const other of [university.people.head, employer.people.manager]) {
      expectStatus(await (await test.as(other)).get(`/operations/${id}/result`), 404);
    }
    expectStatus(await test.anonymous.get(`/operations/${id}/result`), 401);
    expectStatus(await office.get(`/operations/${id}/result`), 200);
  });

  it('is there for seven days', async () => {
    const { id } = await made();
    await age(id, '7 days -1 millisecond');
    expectStatus(await office.get(`/operations/${id}/result`), 200);
    await age(id, '7 days');
    const late = expectStatus(await office.get(`/operations/${id}/result`), 404);
    expect(detailOf(late.body)).toBe('Срок хранения файла истёк: сформируйте его ещё раз.');
    expect(await operations.get(office, id)).toMatchObject({ status: 'DONE', result: null });
  });

  it('is removed by the sweep with what crashes left, and nothing else is', async () => {
    const [old, young] = [await made(), await made()];
    const dated = async (name: string, days: number) => {
      const at = new Date(Date.now() - days * DAY_MS);
      await utimes(join(folder(), name), at, at);
    };
    for (const name of ['dead.part', 'alive.part']) await writeFile(join(folder(), name), '');
    await dated('dead.part', 2);
    await dated(old.id, 8);
    await dated(young.id, 6);
    expect(await test.app.get(ResultSweep).run()).toEqual({ finished: 1, unfinished: 1 });
    const left = await readdir(folder());
    expect(left).toEqual(expect.arrayContaining([young.id, 'alive.part']));
    expect(left).not.toEqual(expect.arrayContaining([old.id]));
    const gone = expectStatus(await office.get(`/operations/${old.id}/result`), 404);
    expect(detailOf(gone.body)).toBe('Срок хранения файла истёк: сформируйте его ещё раз.');
    expectStatus(await office.get(`/operations/${young.id}/result`), 200);
  });

  it('leaves nothing behind when it could not be written', async () => {
    const results = test.app.get(ResultStore);
    const before = await readdir(folder());
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('the rows broke off');
    }
    const { id } = await operations.begin(office, '/documents/exports', EXPORT);
    await expect(results.write(id, broken())).rejects.toThrow('the rows broke off');
    expect(await readdir(folder())).toEqual(before);
    await expect(results.sizeOf('../secrets/session.key')).rejects.toThrow(TypeError);
  });
});

describe('an operation', () => {
  it('is forgotten with its items after thirty days', async () => {
    const items = [{ id: test.world.employer.id }];
    const { id } = await operations.whole(office, '/documents/bundles', { items });
    const count = async () => {
      const { rows } = await test.database.owner.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM operation_items WHERE operation_id = $1',
        [id],
      );
      return rows[0]?.n;
    };
    await age(id, '29 days');
    await test.app.get(Purge).run();
    expect(await count()).toBe(1);
    await age(id, '31 days');
    expect((await test.app.get(Purge).run())['operations']).toBeGreaterThan(0);
    expect(await count()).toBe(0);
    expectStatus(await office.get(`/operations/${id}`), 404);
  });
});
