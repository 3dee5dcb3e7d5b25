/** The product as docker-compose.yml runs it: API processes, workers, one database, one folder of files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram, startApi, startProgram } from './programs.mjs';

/**
 * Starts API processes (which run no jobs) and workers.
 *
 * @param options.database `{appUrl, ownerUrl}` of a migrated database
 * @param options.redisUrl the queue's Redis; PostgreSQL without one
 * @param options.smtpUrl where mail goes; kept in its table without one
 * @returns `{apis, workers, urls, restartApi, addWorker, job, stop}`
 */
export async function startSystem({ database, apis = 2, workers = 1, redisUrl, smtpUrl }) {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'praktika-drill-'));
  const removeData = () => rmSync(dataDirectory, { recursive: true, force: true });
  process.once('exit', removeData);
  const env = {
    PATH: process.env.PATH,
    TZ: 'UTC',
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    DATA_DIR: dataDirectory,
    DATABASE_URL: database.appUrl,
    PUBLIC_URL: 'http://localhost:3000',
    SESSION_SECRET: 'the-session-secret-of-a-drill-0123456789',
    CURSOR_SECRET: 'the-cursor-secret-of-a-drill-01234567890',
    ...(redisUrl && { REDIS_URL: redisUrl }),
    ...(smtpUrl && { SMTP_URL: smtpUrl }),
  };
  const system = {
    env,
    database,
    apis: [],
    workers: [],
    urls: () => system.apis.map(({ url }) => url),
    /** Starts an API again on the port it had. */
    restartApi: async (index) => {
      const { port } = system.apis[index];
      system.apis[index] = await startApi({ env: { ...env, RUN_JOBS: 'no' }, port });
    },
    addWorker: () => {
      const worker = startProgram('worker', { env });
      system.workers.push(worker);
      return worker;
    },
    /** Runs `jobs <words> --json` to its end. */
    job: async (...words) =>
      JSON.parse((await runProgram('jobs', { words: [...words, '--json'], env })).trim().split('\n').at(-1)),
    stop: async () => {
      await Promise.all([...system.apis, ...system.workers].map((program) => stopProgram(program)));
      removeData();
      process.off('exit', removeData);
    },
  };
  try {
    for (let count = 0; count < workers; count += 1) system.addWorker();
    const starting = Array.from({ length: apis }, () => startApi({ env: { ...env, RUN_JOBS: 'no' } }));
    // One that fails must not leave the others to themselves.
    const started = await Promise.allSettled(starting);
    system.apis = started.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
    await Promise.all(starting);
    return system;
  } catch (error) {
    await system.stop();
    throw error;
  }
}

async function stopProgram(program) {
  if (!program.alive()) return;
  const timer = setTimeout(() => program.send('SIGKILL'), 20_000);
  await program.end('SIGTERM');
  clearTimeout(timer);
}
