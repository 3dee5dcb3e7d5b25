import { killImport } from '../../../../tools/drill/index.mjs';
import { createTestDatabase, type TestDatabase } from '../support/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** The same as `npm run drill -- kill-import`, in small: 6,000 rows and one kill. */
describe('kill -9 of the worker in the middle of an import', () => {
  it('is gone on with by another worker: no row lost, none twice, each refusal told', async () => {
    const result = await killImport({
      database,
      redisUrl: process.env['REDIS_URL'],
      rows: 6_000,
      kills: 1,
    });
    expect(result.failures()).toEqual([]);
  }, 300_000);
});
