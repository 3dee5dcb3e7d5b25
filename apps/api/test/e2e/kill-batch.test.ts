import { killBatch } from '../../../../tools/drill/index.mjs';
import { createTestDatabase, type TestDatabase } from '../support/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** The same as `npm run drill -- kill-batch`, in small: 140 documents and one kill. */
describe('kill -9 of the worker in the middle of a batch', () => {
  it('is gone on with by another worker: nothing lost, nothing twice, each refusal told', async () => {
    const result = await killBatch({
      database,
      redisUrl: process.env['REDIS_URL'],
      documents: 140,
      kills: 1,
    });
    expect(result.failures()).toEqual([]);
  }, 300_000);
});
