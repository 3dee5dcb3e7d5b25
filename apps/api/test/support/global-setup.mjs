import { spawnSync } from 'node:child_process';
import { startPostgres } from '../../../../tools/postgres/index.mjs';

/**
 * One real PostgreSQL for the whole run, migrated once; every test file gets its own database copied from it. The
 * migrations run as built (`dist/migrate.js`), exactly as they do in production.
 */
export default async function setUp() {
  const postgres = await startPostgres({ fast: true });
  globalThis.__postgres = postgres;
  process.env.TEST_SUPERUSER_URL = postgres.superuserUrl;
  process.env.TEST_OWNER_URL = postgres.ownerUrl;
  process.env.TEST_APP_URL = postgres.appUrl;
  const migrated = spawnSync(process.execPath, [new URL('../../dist/migrate.js', import.meta.url).pathname], {
    env: { ...process.env, DATABASE_OWNER_URL: postgres.ownerUrl },
    encoding: 'utf8',
  });
  if (migrated.status !== 0) throw new Error(`migrations failed:\n${migrated.stdout}${migrated.stderr}`);
}
