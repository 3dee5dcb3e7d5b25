import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProgram } from '../lib/programs.mjs';
import {
  compareReminders,
  daysFrom,
  judgeReminders,
  rememberAwaited,
  writeAwaited,
} from '../lib/reminders.mjs';
import { createResult } from '../lib/result.mjs';
import { createWorld } from '../lib/world.mjs';

const scanner = fileURLToPath(new URL('../lib/scan-days.mjs', import.meta.url));

/**
 * Two processes scan the same days at once, page by page, and one is killed in the middle (reliability F5, in small).
 *
 * @param options.env environment of a product's process on the database
 * @param options.documents awaited, over `pairs` pairs of organizations in several time zones
 * @param options.pageSize documents per transaction: small, so that the two meet often
 */
export async function twoScanners({
  database,
  env,
  pairs = 4,
  documents,
  days = 30,
  pageSize,
  killAfterDays = 5,
}) {
  const result = createResult();
  const world = await createWorld(database.ownerUrl, { pairs });
  await writeAwaited(database.ownerUrl, { pairs: world, documents });
  await rememberAwaited(database.ownerUrl);
  const dates = daysFrom(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10), days);
  const words = [dates[0], days, pageSize].map(String);
  const scanners = [0, 1].map(() => startProgram(scanner, { words, env }));
  try {
    await Promise.all(scanners.map((one) => untilSays(one, 'ready')));
    for (const one of scanners) one.say('go\n');
    const [victim, survivor] = scanners;
    await untilSays(victim, `"date":"${dates[killAfterDays - 1]}"`);
    await sleep(Math.random() * 20);
    const { signal } = await victim.end('SIGKILL');
    const { code } = await survivor.exited;
    result.check(
      'one scanner was killed in the middle',
      signal === 'SIGKILL' && daysOf(victim).length < days,
      signal,
    );
    result.check(
      'the other came to the end',
      code === 0 && daysOf(survivor).length === days,
      survivor.output(),
    );
    const shared = daysOf(victim).filter(({ reminders }) => reminders > 0);
    result.figure('days the killed one had a share in', shared.length);
    judgeReminders(result, await compareReminders(database.ownerUrl, dates));
    return result;
  } finally {
    for (const one of scanners) one.send('SIGKILL');
  }
}

const daysOf = ({ output }) =>
  output()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line));

async function untilSays(program, text) {
  const deadline = Date.now() + 90_000;
  while (!program.output().includes(text)) {
    if (!program.alive() || Date.now() > deadline)
      throw new Error(`the scanner did not say ${text}:\n${program.output()}`);
    await sleep(2);
  }
}
