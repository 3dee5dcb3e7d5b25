import { fork, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiWords } from '../launcher/application.mjs';
import { freePort } from '../postgres/ports.mjs';
import { storeContent } from './data/content.mjs';
import { processorTime } from './measure/processes.mjs';
import { inBench } from './paths.mjs';

const START_TIMEOUT_MS = 60_000;
/** A worker has no address that says it is ready. */
const WORKER_START_MS = 5_000;
/** A worker that uses less of a processor than this only looks whether there is work. */
const IDLE_SHARE = 0.1;
const IDLE_LOOK_MS = 500;

/** Secrets of the bench's own servers: they sign what its own load generator sends. */
export const secrets = {
  session: 'bench-session-secret-of-enough-length',
  cursor: 'bench-cursor-secret-of-enough-length!',
};

/** The environment of the product's programs in the bench. */
export function productEnvironment(database, directory) {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATABASE_URL: database.appUrl,
    DATA_DIR: directory,
    SESSION_SECRET: secrets.session,
    CURSOR_SECRET: secrets.cursor,
    RUN_JOBS: 'no',
  };
}

/**
 * Starts the API as `npm start` does, its log going to a file, without jobs: a worker's rounds would fall into
 * some measurements and not into others.
 *
 * @param options.words further options for Node, for profiling
 * @param options.runJobs whether jobs are what is measured
 * @returns `{pid, port, isProduct, stop}`
 */
export async function startProduct({ database, directory, words = [], runJobs = false }) {
  mkdirSync(directory, { recursive: true });
  storeContent(directory);
  const port = await freePort();
  const log = openSync(join(directory, 'api.log'), 'w');
  const child = spawn(process.execPath, [...words, ...apiWords('main')], {
    env: {
      ...productEnvironment(database, directory),
      PORT: String(port),
      RUN_JOBS: runJobs ? 'yes' : 'no',
    },
    stdio: ['ignore', log, log],
  });
  await untilReady(child, port, join(directory, 'api.log'));
  return { pid: child.pid, port, directory, isProduct: true, stop: () => end(child) };
}

/**
 * Starts a worker beside the API, for what is done by one.
 *
 * @param options.directory the API's, whose files it shares
 * @returns `{pid, idle, stop}`; `idle()` waits until it has nothing to do
 */
export async function startWorker({ database, directory }) {
  const log = openSync(join(directory, 'worker.log'), 'w');
  const child = spawn(process.execPath, apiWords('worker'), {
    env: { ...productEnvironment(database, directory), RUN_JOBS: 'yes' },
    stdio: ['ignore', log, log],
  });
  const idle = async () => {
    for (let quiet = 0; quiet < 3;) {
      const before = processorTime(child.pid);
      await sleep(IDLE_LOOK_MS);
      quiet = processorTime(child.pid) - before < IDLE_LOOK_MS * IDLE_SHARE ? quiet + 1 : 0;
    }
  };
  await sleep(WORKER_START_MS);
  return { pid: child.pid, idle, stop: () => end(child) };
}

/**
 * Starts the floor as the database's owner, past row-level security: nothing can ask for the same rows cheaper.
 *
 * @returns `{pid, port, tell, stop}`; `tell` hands over what it writes of a verdict
 */
export async function startFloor({ database }) {
  const child = fork(inBench('floor/server.mjs'), {
    env: { PATH: process.env.PATH, DATABASE_URL: database.ownerUrl, SESSION_SECRET: secrets.session },
    serialization: 'advanced',
  });
  const { port } = await message(child);
  const tell = async (verdict) => {
    child.send({ verdict });
    await message(child);
  };
  return { pid: child.pid, port, isProduct: false, tell, stop: () => end(child) };
}

/**
 * Starts the floor of exports, as the database's owner.
 *
 * @returns `{pid, tell, stop}`; `tell` asks for a file and answers with the time it took
 */
export async function startExportFloor({ database }) {
  const child = fork(inBench('floor/exports.mjs'), {
    env: { PATH: process.env.PATH, DATABASE_URL: database.ownerUrl },
  });
  await message(child);
  const tell = async (request) => {
    child.send(request);
    return message(child);
  };
  return { pid: child.pid, tell, stop: () => end(child) };
}

function message(child) {
  return new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`the floor ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer);
    });
  });
}

async function untilReady(child, port, log) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The API ended:\n${readFileSync(log, 'utf8').slice(-3000)}`);
    const ready = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => undefined);
    if (ready?.ok) return;
    await sleep(100);
  }
  child.kill();
  throw new Error(`The API is not ready after ${START_TIMEOUT_MS / 1000} s; its log is ${log}`);
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
