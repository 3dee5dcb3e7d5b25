import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addressOf, prepareDatabase, startPostgres, withClient } from '../../postgres/index.mjs';
import { readPasswords } from '../../postgres/passwords.mjs';
import { inBench, inRoot } from '../paths.mjs';
import { checkRegistryRows } from './check.mjs';
import { fill } from './fill.mjs';

const run = promisify(execFile);

/**
 * Real PostgreSQL settings (fsync and synchronous_commit on, shared buffers as in `npm start`); only the checkpoints
 * are further apart, so that none of them falls into one contender's round and not into the other's.
 */
const SETTINGS = [
  "ALTER SYSTEM SET max_wal_size = '8GB'",
  "ALTER SYSTEM SET checkpoint_timeout = '1h'",
  'SELECT pg_reload_conf()',
];

/**
 * The bench's own cluster with its databases, each made when it is first asked for.
 *
 * @param options.directory where it lives
 * @param options.keep whether data made earlier may be used
 * @param options.log receives one line per step
 * @returns `{pid, documents(size), marketplace(listings), stop}`; a database is `{ownerUrl, appUrl, superuserUrl}`
 */
export async function openCluster({ directory, keep, log }) {
  if (!keep) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const server = await startPostgres({ directory: join(directory, 'postgres'), log });
  await withClient(server.superuserUrl, async (client) => {
    for (const setting of SETTINGS) await client.query(setting);
  });
  const passwords = readPasswords(join(directory, 'postgres'));
  const open = (set, size, check) => openDatabase({ directory, set, size, check, log, passwords, server });
  return {
    pid: server.pid,
    documents: (size) => open('documents', size, checkRegistryRows),
    marketplace: (listings) => open('marketplace', listings),
    stop: server.stop,
  };
}

async function openDatabase({ directory, set, size, check, log, passwords, server }) {
  const database = `bench_${set}_${size}`;
  const superuserUrl = addressOf(server.superuserUrl, { database });
  const note = join(directory, `${database}.made`);
  const made = existsSync(note) && readFileSync(note, 'utf8') === fingerprintOf(set);
  if (!made) {
    rmSync(note, { force: true });
    await dropDatabase(server.superuserUrl, database);
  }
  const addresses = await prepareDatabase(server.superuserUrl, { database, passwords });
  if (made) {
    log(`Using the ${set} made earlier`);
  } else {
    log(`Making ${set}, ${size} of them`);
    await migrate(addresses.ownerUrl);
    await fill(superuserUrl, set, size, log);
    await check?.(superuserUrl);
    writeFileSync(note, fingerprintOf(set));
  }
  return { ...addresses, superuserUrl };
}

async function dropDatabase(superuserUrl, database) {
  await withClient(superuserUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`),
  );
}

async function migrate(ownerUrl) {
  await run(process.execPath, [inRoot('apps/api/dist/migrate.js')], {
    env: { PATH: process.env.PATH, DATABASE_OWNER_URL: ownerUrl },
  });
}

/** What a set of data depends on: the schema and the statements that fill it. */
function fingerprintOf(set) {
  const hash = createHash('sha256');
  for (const folder of [inRoot('apps/api/dist/migrations'), inBench('data/sql'), inBench('data/sql', set)]) {
    const names = readdirSync(folder).filter((name) => /\.(js|sql)$/.test(name));
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
