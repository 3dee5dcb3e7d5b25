import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { twoScanners } from '../../../../tools/drill/index.mjs';
import { createTestDatabase, type TestDatabase } from '../support/index.js';

let database: TestDatabase;
const dataDirectory = mkdtempSync(join(tmpdir(), 'praktika-test-'));
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database?.drop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

describe('two processes that scan the same thirty days for reminders at once, one of them killed', () => {
  it('remind of every awaited signature once a day from day 4 on, and of nothing else', async () => {
    const result = await twoScanners({
      database,
      documents: 800,
      pageSize: 40,
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: database.appUrl,
        DATA_DIR: dataDirectory,
        LOG_LEVEL: 'warn',
      },
    });
    expect(result.failures()).toEqual([]);
  }, 240_000);
});
