import { killPostgres, startDatabase, type DrillDatabase } from '../../../../tools/drill/index.mjs';

let database: DrillDatabase;
beforeAll(async () => {
  database = await startDatabase({ fast: true });
}, 60_000);
afterAll(() => database?.stop(), 60_000);

/** The same as `npm run drill -- kill-postgres`, in small. It needs a server of its own: it kills it. */
describe('kill -9 of PostgreSQL during concurrent signings and withdrawals', () => {
  it('is answered 503 with Retry-After, outlived, and loses nothing that was acknowledged', async () => {
    const result = await killPostgres({ database, documents: 60 });
    expect(result.failures()).toEqual([]);
  }, 300_000);
});
