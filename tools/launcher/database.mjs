import { join } from 'node:path';
import { Refusal } from './errors.mjs';

/**
 * The database of the instance: the configured one, or the embedded PostgreSQL in the data folder.
 * Call it once dependencies are installed.
 *
 * @param settings the checked environment
 * @returns `{ownerUrl, appUrl, ended, stop}`; for a configured database `ended()` never comes and `stop()` does nothing
 */
export async function openDatabase(settings, report) {
  const { databaseUrl, databaseOwnerUrl, dataDirectory } = settings;
  if (databaseUrl && databaseOwnerUrl) return foreign({ ownerUrl: databaseOwnerUrl, appUrl: databaseUrl });
  if (databaseUrl) {
    const { prepareForeignDatabase } = await import('../postgres/foreign.mjs');
    try {
      return foreign(await prepareForeignDatabase(databaseUrl, join(dataDirectory, 'secrets')));
    } catch (cause) {
      throw new Refusal(`DATABASE_URL: ${cause.message}`, { cause });
    }
  }
  const { startPostgres } = await import('../postgres/index.mjs');
  return startPostgres({ directory: join(dataDirectory, 'postgres'), log: (line) => report.step(line) });
}

const foreign = (addresses) => ({
  ...addresses,
  ended: () => new Promise(() => undefined),
  stop: async () => undefined,
});
