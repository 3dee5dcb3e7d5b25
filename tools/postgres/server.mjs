import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sharedBuffers } from './memory.mjs';
import { commandLine, isAlive, signal, waitForEnd } from './processes.mjs';

const startTimeout = 60_000;
const stopTimeout = 20_000;

/** No statement text and no parameter in PostgreSQL's own log: they hold personal data. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: sharedBuffers(),
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
};

/** Commits still reach the operating system, so a killed server loses nothing; only a power cut would. */
const fastSettings = {
  fsync: 'off',
  full_page_writes: 'off',
  logging_collector: 'off',
  shared_buffers: '128MB',
};

/**
 * The server that already serves this cluster, for instance after its launcher was killed.
 *
 * @returns `{pid, port}` or undefined; a pid file left by a dead server, or whose number now belongs to another
 *   program, counts as none: PostgreSQL clears it away itself
 */
export function findRunning(cluster) {
  const status = readStatus(cluster);
  if (!status || !isAlive(status.pid)) return undefined;
  const words = commandLine(status.pid);
  return words.includes('postgres') && words.includes(realpathSync(cluster)) ? status : undefined;
}

/** The lines of postmaster.pid: process id, data folder, start, port, socket folder, address, memory key, state. */
function readStatus(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Starts the server and waits until it accepts connections.
 *
 * @param cluster the data folder, real path
 * @param options `{account, binaries, environment, port, fast, startLog}`; startLog is a file for the first messages
 * @returns the server's process id
 * @throws an error with the server's last words
 */
export async function startServer(cluster, { account, binaries, environment, port, fast, startLog }) {
  const chosen = { ...settings, ...(fast ? fastSettings : {}), port: String(port) };
  const words = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, ...rest] = [...account.prefix, join(binaries, 'postgres'), '-D', cluster, ...words];
  const log = openSync(startLog, 'w', 0o600);
  // Its own process group: Ctrl+C in the terminal reaches the launcher alone, which stops things in order.
  const child = spawn(program, rest, {
    ...account.options,
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, name) => resolve(`ended with ${code ?? name}`));
  });
  await untilReady(cluster, child, ended, startLog);
  return child.pid;
}

async function untilReady(cluster, child, ended, startLog) {
  let end;
  void ended.then((reason) => (end = reason));
  const deadline = Date.now() + startTimeout;
  while (Date.now() < deadline) {
    if (end) throw new Error(`PostgreSQL ${end}:\n${readFileSync(startLog, 'utf8').slice(-2000)}`);
    const status = readStatus(cluster);
    if (status?.pid === child.pid && status.ready) return;
    await sleep(20);
  }
  signal(child.pid, 'SIGQUIT');
  throw new Error(
    `PostgreSQL was not ready after ${startTimeout / 1000} s; its log is in ${join(cluster, 'log')}`,
  );
}

/** Ends the server: connections are cut and everything is written to disk; without manners after 20 seconds. */
export async function stopServer(pid) {
  signal(pid, 'SIGINT');
  if (await waitForEnd(pid, stopTimeout)) return;
  signal(pid, 'SIGQUIT');
  await waitForEnd(pid, stopTimeout);
}

/** Makes a folder that everybody may pass through but not list, as PostgreSQL's account must reach its own inside. */
export function makePassage(directory) {
  mkdirSync(directory, { recursive: true, mode: 0o711 });
}
