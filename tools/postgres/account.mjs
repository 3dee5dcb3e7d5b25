import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Account under which PostgreSQL runs
 * @property {string} name for the log
 * @property {string[]} prefix words put before each command
 * @property {{uid?: number, gid?: number, cwd?: string}} options for child_process.spawn
 */

const userNamespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

/**
 * PostgreSQL refuses to run as root, so root hands its folder to `postgres` or `nobody`; where those cannot reach
 * the folder (a parent with mode 0700), the server runs in a user namespace in which root is somebody else.
 *
 * @param directory the folder PostgreSQL owns; must exist
 * @param binaries the folder of its programs
 * @returns {Account}
 */
export function chooseAccount(directory, binaries) {
  if (process.getuid?.() !== 0) return { name: 'this user', prefix: [], options: {} };
  for (const name of ['postgres', 'nobody']) {
    const ids = idsOf(name);
    if (!ids) continue;
    chownSync(directory, ids.uid, ids.gid);
    if (canRun(ids, binaries) && canWrite(ids, directory)) {
      return { name, prefix: [], options: { ...ids, cwd: '/' } };
    }
  }
  chownSync(directory, 0, 0);
  const [command, ...words] = userNamespace;
  if (succeeds(command, [...words, join(binaries, 'postgres'), '--version'])) {
    return { name: 'a user namespace', prefix: userNamespace, options: { cwd: '/' } };
  }
  throw new Error(
    `PostgreSQL does not run as root, and neither postgres nor nobody can reach ${directory}. ` +
      'Run as an ordinary user, or point DATA_DIR at a folder that others may enter, or set DATABASE_URL.',
  );
}

function idsOf(name) {
  try {
    const id = (flag) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

const succeeds = (command, words, options = {}) =>
  spawnSync(command, words, { ...options, cwd: '/', stdio: 'ignore' }).status === 0;
const canRun = (ids, binaries) => succeeds(join(binaries, 'postgres'), ['--version'], ids);
const canWrite = (ids, directory) => succeeds('sh', ['-c', 'test -w "$0" && test -x "$0"', directory], ids);
