/**
 * A real PostgreSQL without a system package: start and stop of one cluster in one folder.
 *
 *     <directory>/port                 the port, kept from start to start
 *     <directory>/passwords/*.password superuser, owner, app; 0600
 *     <directory>/cluster/data         the cluster, owned by the account PostgreSQL runs as
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseAccount } from './account.mjs';
import { findBinaries } from './binaries.mjs';
import { initializeCluster } from './initialize.mjs';
import { hasSuperuserPassword, readPasswords } from './passwords.mjs';
import { freePort, isPortFree } from './ports.mjs';
import { waitForEnd } from './processes.mjs';
import { prepareDatabase } from './roles.mjs';
import { findRunning, makePassage, startServer, stopServer } from './server.mjs';

export { addressOf, prepareDatabase, withClient } from './roles.mjs';

/** Backends of a killed server need a moment to notice and to release its shared memory. */
const recoveryTimeout = 15_000;

/**
 * Starts PostgreSQL, or takes over the server that already serves the folder, and makes sure that the database
 * `praktika` and its roles are there.
 *
 * @param options.directory where everything is kept; without one a temporary folder, removed by `stop()`
 * @param options.fast for tests: no waiting for the disk (a power cut would lose data)
 * @param options.log receives one line per step
 * @returns `{superuserUrl, ownerUrl, appUrl, port, pid, reused, ended, stop}`; `ended()` is kept when the server's
 *   process is gone, whoever ended it
 */
export async function startPostgres({ directory, fast = false, log = () => undefined } = {}) {
  const home = directory ?? mkdtempSync(join(tmpdir(), 'praktika-postgres-'));
  makePassage(home);
  if (directory === undefined) chmodSync(home, 0o711);
  const { pid, port, reused } = (await findOwn(home)) ?? (await startOwn(home, fast, log));
  log(reused ? `PostgreSQL is already running on port ${port}` : `PostgreSQL is ready on port ${port}`);
  const passwords = readPasswords(home);
  const superuserUrl = `postgres://postgres:${passwords.superuser}@127.0.0.1:${port}/postgres`;
  const addresses = await prepareDatabase(superuserUrl, { passwords });
  return {
    superuserUrl,
    ...addresses,
    port,
    pid,
    reused,
    ended: () => waitForEnd(pid, Infinity, 250),
    stop: async () => {
      await stopServer(pid);
      if (directory === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The server already running on this folder, once it accepts connections; undefined when there is none. */
async function findOwn(home) {
  const deadline = Date.now() + recoveryTimeout;
  while (existsSync(clusterOf(home))) {
    const running = findRunning(realpathSync(clusterOf(home)));
    if (!running) return undefined;
    if (running.ready) return { ...running, reused: true };
    if (Date.now() > deadline) {
      throw new Error(
        `PostgreSQL in ${home} (process ${running.pid}) neither serves nor ends; end it and try again`,
      );
    }
    await sleep(50);
  }
  return undefined;
}

const clusterOf = (home) => join(home, 'cluster', 'data');

async function startOwn(home, fast, log) {
  if (existsSync(clusterOf(home)) && !hasSuperuserPassword(home)) {
    throw new Error(`The password of the cluster in ${home} is missing: put ${join(home, 'passwords')} back`);
  }
  const binaries = await findBinaries();
  const owned = join(home, 'cluster');
  mkdirSync(owned, { recursive: true, mode: 0o700 });
  const account = chooseAccount(owned, binaries);
  const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  const shared = { account, binaries, environment, fast };
  log(`Starting PostgreSQL as ${account.name}`);
  const { superuser: superuserPassword } = readPasswords(home);
  if (await initializeCluster(owned, { ...shared, superuserPassword })) log('Made a new PostgreSQL cluster');
  const startLog = join(home, 'start.log');
  return {
    ...(await startWithPatience(realpathSync(clusterOf(home)), home, { ...shared, startLog })),
    reused: false,
  };
}

/** A port can be taken between the choice and the start, and a killed server may still hold its memory: try again. */
async function startWithPatience(cluster, home, options) {
  const deadline = Date.now() + recoveryTimeout;
  for (;;) {
    const port = await rememberedPort(home);
    try {
      return { pid: await startServer(cluster, { ...options, port }), port };
    } catch (error) {
      const passing = /shared memory block|still in use|lock file|could not bind|Address already in use/.test(
        error.message,
      );
      if (!passing || Date.now() > deadline) throw error;
      await sleep(300);
    }
  }
}

async function rememberedPort(home) {
  const file = join(home, 'port');
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (remembered > 0 && (await isPortFree(remembered, '127.0.0.1'))) return remembered;
  const port = await freePort();
  writeFileSync(file, `${port}\n`);
  return port;
}
