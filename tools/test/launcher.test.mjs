import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, waitForEnd } from '../postgres/processes.mjs';
import { createWorkspace } from './support/workspace.mjs';

let workspace;
let run;
const ready = 'Ctrl+C stops everything';
const start = async (...words) => {
  run = workspace.run(['start', ...words]);
  await run.until(ready);
};
const pidFile = () => join(workspace.data, 'postgres/cluster/data/postmaster.pid');
const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
const answer = async () => (await fetch(`http://127.0.0.1:${workspace.port}/`)).text();
const stop = async (signal = 'SIGTERM') => {
  run.kill(signal);
  return run.ended;
};

beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(async () => {
  if (isAlive(run.pid)) await stop();
  workspace.remove();
});

describe('npm start', () => {
  test('builds, migrates as the owner, seeds, serves and tells who can sign in', async () => {
    await start();
    expect(await answer()).toBe('ok');
    expect(run.output).toMatch(
      /built[^]*migrate: praktika_owner[^]*seed: \n[^]*demo-password[^]*head@example.test/,
    );
    expect(run.output).toContain(`http://localhost:${workspace.port}`);
  });

  test('gives the API the application role, lasting secrets and no way to the owner', () => {
    const { DATABASE_URL, DATABASE_OWNER_URL, SESSION_SECRET, CURSOR_SECRET, WEB_ROOT, RUN_JOBS } =
      workspace.seen();
    expect(new URL(DATABASE_URL).username).toBe('praktika_app');
    expect(DATABASE_OWNER_URL).toBeUndefined();
    expect(SESSION_SECRET).toBe(readFileSync(join(workspace.data, 'secrets/session.key'), 'utf8').trim());
    expect(CURSOR_SECRET).not.toBe(SESSION_SECRET);
    expect({ WEB_ROOT, RUN_JOBS }).toEqual({
      WEB_ROOT: join(workspace.folder, 'apps/web/dist'),
      RUN_JOBS: 'yes',
    });
  });

  test('refuses a second one on the same data folder and leaves the first alone', async () => {
    const second = workspace.run(['start'], { PORT: '1' });
    expect(await second.ended).toBe(1);
    expect(second.output).toContain(`Already running: process ${run.pid}`);
    expect(await answer()).toBe('ok');
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'])(
    'on %s stops the API, then PostgreSQL, promptly',
    async (signal) => {
      if (!isAlive(run.pid)) await start();
      const [api, database] = [workspace.seen().pid, postmaster()];
      const began = Date.now();
      expect(await stop(signal)).toBe(0);
      expect(Date.now() - began).toBeLessThan(5000);
      expect(run.output).toMatch(/Stopping the API, then PostgreSQL[^]*api: stopping[^]*Stopped/);
      expect([isAlive(api), isAlive(database), existsSync(pidFile())]).toEqual([false, false, false]);
    },
  );

  test('takes the echo of Ctrl+C for one press, and a second press for impatience with an API that does not end', async () => {
    await start();
    writeFileSync(join(workspace.data, 'stubborn'), '');
    const { pid } = workspace.seen();
    run.kill('SIGINT');
    await run.until('api: stopping');
    run.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(isAlive(pid)).toBe(true);
    expect(await stop('SIGINT')).toBe(0);
    expect([isAlive(pid), existsSync(pidFile())]).toEqual([false, false]);
    rmSync(join(workspace.data, 'stubborn'));
  });

  test('starts in seconds the second time, without building', async () => {
    const began = Date.now();
    await start('--empty');
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(run.output).not.toMatch(/built|Installing/);
    expect(run.output).toContain('seed: --empty');
  });

  test('recovers after kill -9 of the launcher: the API left behind is ended, PostgreSQL taken over', async () => {
    const [api, database] = [workspace.seen().pid, postmaster()];
    run.kill('SIGKILL');
    await run.ended;
    expect([isAlive(api), isAlive(database)]).toEqual([true, true]);
    await start();
    expect(run.output).toContain(`Ending the API that an earlier launcher left behind (process ${api})`);
    expect([isAlive(api), postmaster()]).toEqual([false, database]);
    expect(await answer()).toBe('ok');
  });

  test('ends with 1 when the API is killed, stopping PostgreSQL, and the next start serves', async () => {
    const database = postmaster();
    process.kill(workspace.seen().pid, 'SIGKILL');
    expect(await run.ended).toBe(1);
    expect(isAlive(database)).toBe(false);
    await start();
    expect(await answer()).toBe('ok');
  });

  test('ends with 1 when PostgreSQL is killed, stopping the API, and the next start recovers', async () => {
    const api = workspace.seen().pid;
    process.kill(postmaster(), 'SIGKILL');
    expect(await run.ended).toBe(1);
    expect(await waitForEnd(api, 1000)).toBe(true);
    await start();
    expect(await answer()).toBe('ok');
  });
});

describe('npm run jobs', () => {
  test('uses the PostgreSQL of a running instance and leaves it running', async () => {
    const job = workspace.run(['jobs', 'reminders', '--date', '2026-12-04']);
    expect(await job.ended).toBe(0);
    expect(job.stdout).toBe('job reminders --date 2026-12-04 as praktika_app\n');
    expect(await answer()).toBe('ok');
    expect(isAlive(postmaster())).toBe(true);
  });

  test('starts PostgreSQL for as long as the job takes when nothing runs, and answers the job’s exit code', async () => {
    await stop();
    const job = workspace.run(['jobs', 'reminders', '--fail']);
    expect(await job.ended).toBe(3);
    expect(job.stdout).toBe('job reminders --fail as praktika_app\n');
    expect(existsSync(pidFile())).toBe(false);
  });
});
