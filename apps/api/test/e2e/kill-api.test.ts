import { killApi } from '../../../../tools/drill/index.mjs';
import { createTestDatabase, type TestDatabase } from '../support/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** The same as `npm run drill -- kill-api`, in small: one process, 211 commands at once, killed twice. */
describe('kill -9 of the API during concurrent signings and withdrawals', () => {
  it('loses nothing, doubles nothing, and leaves no document both signed and withdrawn', async () => {
    const result = await killApi({
      database,
      redisUrl: process.env['REDIS_URL'],
      documents: 110,
      kills: 2,
    });
    expect(result.failures()).toEqual([]);
    const atOnce = result.figures.find(({ text }) => text === 'commands at once')?.value;
    expect(atOnce).toBeGreaterThanOrEqual(200);
  }, 300_000);
});
