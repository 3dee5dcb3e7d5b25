/** Databases of drills: migrated, empty, and thrown away afterwards. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, withClient } from '../../postgres/index.mjs';
import { runProgram } from './programs.mjs';

/**
 * A PostgreSQL of one drill's own, which it may kill.
 *
 * @param options.fast no waiting for the disk: still safe against kill -9, quicker for tests
 * @returns `{appUrl, ownerUrl, kill, restart, stop}`; `restart` resolves when it accepts connections again
 */
export async function startDatabase({ fast = false } = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'praktika-drill-postgres-'));
  chmodSync(directory, 0o711);
  let server = await startPostgres({ directory, fast });
  const { port } = server;
  const { appUrl, ownerUrl } = server;
  await runProgram('migrate', { env: { PATH: process.env.PATH, DATABASE_OWNER_URL: ownerUrl } });
  return {
    appUrl,
    ownerUrl,
    /** `kill -9` of the postmaster: its children notice and go. */
    kill: async () => {
      process.kill(server.pid, 'SIGKILL');
      await server.ended();
    },
    restart: async () => {
      server = await startPostgres({ directory, fast });
      if (server.port !== port) throw new Error(`PostgreSQL came back on port ${server.port}, not ${port}`);
    },
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Rows of one statement, on a connection of its own: it works as soon as the server does. */
export const rowsOf = (url, text, values = []) =>
  withClient(url, async (client) => (await client.query(text, values)).rows);
