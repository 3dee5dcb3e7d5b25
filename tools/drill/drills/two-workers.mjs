import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../lib/client.mjs';
import { rowsOf } from '../lib/databases.mjs';
import { act, createOnSigning } from '../lib/documents.mjs';
import { startProgram } from '../lib/programs.mjs';
import {
  compareReminders,
  daysFrom,
  forgetAwaited,
  judgeReminders,
  rememberAwaited,
  writeAwaited,
} from '../lib/reminders.mjs';
import { createResult } from '../lib/result.mjs';
import { settle } from '../lib/settle.mjs';
import { startSystem } from '../lib/system.mjs';
import { createWorld } from '../lib/world.mjs';

/** A scanner holds this advisory lock while it works on a page (modules/reminders, SCAN_LOCK). */
const SCANNING = `SELECT count(*)::int AS scans FROM pg_locks
                   WHERE locktype = 'advisory' AND objid = 7236147 AND granted`;

/**
 * Thirty days of reminders with two workers and two APIs running (reliability F5): on each day two
 * `jobs reminders --date …` begin at once; on every third one of them is killed in the middle of its scan, on every
 * tenth a worker too. Between the days universities withdraw documents through the APIs: those are reminded of no more.
 */
export async function twoWorkers({
  database,
  redisUrl,
  documents,
  pairs = 20,
  days = 30,
  log = () => undefined,
}) {
  const result = createResult();
  const { ownerUrl } = database;
  const world = await createWorld(ownerUrl, { pairs });
  const [{ employer, university }] = world;
  const system = await startSystem({ database, redisUrl, apis: 2, workers: 2 });
  try {
    const manager = await signIn(system.urls, university.manager);
    const leaving = await createOnSigning(manager, employer.id, days);
    await writeAwaited(ownerUrl, { pairs: world, documents });
    await rowsOf(
      ownerUrl,
      `UPDATE documents SET waiting_since = waiting_since - interval '10 days' WHERE id = ANY ($1)`,
      [leaving.map(({ id }) => id)],
    );
    await rememberAwaited(ownerUrl);
    const dates = daysFrom(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10), days);
    const seen = { killed: 0, workersKilled: 0, slowest: 0 };
    for (const [index, date] of dates.entries()) {
      seen.slowest = Math.max(
        seen.slowest,
        await scanAtOnce({ system, ownerUrl, date, kill: index % 3 === 0, seen }),
      );
      await act(manager, leaving[index], 'withdraw', { reason: 'Учения' });
      await forgetAwaited(ownerUrl, [leaving[index].id], date);
      if (index % 10 === 5) await replaceWorker(system, seen);
      if (index % 5 === 4)
        log(`${index + 1} days, ${seen.killed} scans and ${seen.workersKilled} workers killed`);
    }
    result.figure('awaited documents', documents + days);
    result.figure('scans killed in the middle', seen.killed);
    result.figure('workers killed', seen.workersKilled);
    result.figure('slowest scan, ms', seen.slowest);
    result.check('scans were killed in the middle', seen.killed >= days / 6, seen.killed);
    result.figure('told and sent after, ms', await settle(ownerUrl, 300_000));
    judgeReminders(result, await compareReminders(ownerUrl, dates));
    return result;
  } finally {
    await system.stop();
  }
}

/** Two scans of one date; with `kill` one dies while PostgreSQL works for it. @returns ms of the slowest whole scan */
async function scanAtOnce({ system, ownerUrl, date, kill, seen }) {
  const options = { words: ['reminders', '--date', date, '--json'], env: system.env };
  const scans = [startProgram('jobs', options), startProgram('jobs', options)];
  if (kill) {
    const isScanning = async () => (await rowsOf(ownerUrl, SCANNING))[0].scans > 0;
    while (scans[0].alive() && !(await isScanning())) await sleep(2);
    const { signal } = await scans[0].end('SIGKILL');
    if (signal === 'SIGKILL') seen.killed += 1;
  }
  let slowest = 0;
  for (const scan of kill ? scans.slice(1) : scans) {
    const { code } = await scan.exited;
    if (code !== 0) throw new Error(`the scan of ${date} failed:\n${scan.output()}`);
    slowest = Math.max(slowest, JSON.parse(scan.output().trim().split('\n').at(-1)).elapsedMs);
  }
  return slowest;
}

async function replaceWorker(system, seen) {
  await system.workers.shift().end('SIGKILL');
  seen.workersKilled += 1;
  system.addWorker();
}
