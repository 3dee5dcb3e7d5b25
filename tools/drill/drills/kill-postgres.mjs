import { setTimeout as sleep } from 'node:timers/promises';
import { createLedger } from '../lib/ledger.mjs';
import { startProbe } from '../lib/probe.mjs';
import { commandsOf, prepareRaces, race } from '../lib/races.mjs';
import { createResult } from '../lib/result.mjs';
import { longestLease, settle, until } from '../lib/settle.mjs';
import { createSigning } from '../lib/signing.mjs';
import { startSystem } from '../lib/system.mjs';
import { createWorld } from '../lib/world.mjs';
import { judge } from './kill-api.mjs';

/** The first good answer after PostgreSQL accepts connections comes within this time (reliability F2). */
const recoveryLimit = 5_000;

/**
 * `kill -9` of PostgreSQL's postmaster under the load of races (reliability F2): the API process stays, answers 503
 * with Retry-After while the database is away, and recovers by itself; nothing acknowledged is lost.
 *
 * @param options.database `startDatabase()`: migrated, empty, its own
 * @param options.rounds kills, one in each round of `documents` documents
 * @param options.downFor milliseconds PostgreSQL stays away at the least
 */
export async function killPostgres({
  database,
  documents,
  rounds = 1,
  downFor = 2_000,
  log = () => undefined,
}) {
  const result = createResult();
  const ledger = createLedger();
  const [pair] = await createWorld(database.ownerUrl);
  const signing = await createSigning(database.ownerUrl);
  const system = await startSystem({ database, apis: 1 });
  const commands = [];
  const ids = [];
  const outages = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const load = await prepareRaces({ system, pair, signing, ledger, count: documents });
      const probe = startProbe(system.urls()[0], load.manager.headers);
      const outage = createOutage({ database, probe, downFor, atAnswer: commandsOf(documents).atOnce / 4 });
      commands.push(...(await race(load, { onAnswer: outage.onAnswer })));
      outages.push({ ...(await outage.finish()), seen: probe.seen });
      await sleep(1_000);
      await probe.stop();
      ids.push(...load.documents.map(({ id }) => id));
      log(`round ${round}: PostgreSQL was away for ${outages.at(-1).upAt - outages.at(-1).downAt} ms`);
    }
    result.figure('commands', commands.length);
    result.figure('kills of PostgreSQL', outages.length);
    result.check('the API process never ended', system.apis[0].alive(), system.apis[0].output());
    result.check('the worker process never ended', system.workers[0].alive(), system.workers[0].output());
    for (const outage of outages) judgeOutage(result, outage);
    result.figure('told and sent after, ms', await settle(database.ownerUrl, longestLease));
    await judge(result, { ownerUrl: database.ownerUrl, ids, commands, ledger });
    return result;
  } finally {
    await system.stop();
  }
}

/** Kills PostgreSQL once so many answers are in, and starts it again when the probe has seen enough of that. */
function createOutage({ database, probe, downFor, atAnswer }) {
  let work;
  const happen = async () => {
    const downAt = Date.now();
    await database.kill();
    await sleep(downFor);
    await until('the probe sees the outage', () => answersDuring(probe.seen, downAt, Date.now()).length >= 6);
    const startedAt = Date.now();
    await database.restart();
    return { downAt, startedAt, upAt: Date.now() };
  };
  return {
    onAnswer: (answers) => {
      if (answers >= atAnswer) work ??= happen();
    },
    finish: () => (work ??= happen()),
  };
}

/** A request sent before the kill may still be answered; one sent near the start may find PostgreSQL back. */
const answersDuring = (seen, downAt, startedAt) =>
  seen.filter(({ at, ms }) => at > downAt + 200 && at + ms < startedAt);

function judgeOutage(result, { downAt, startedAt, upAt, seen }) {
  const during = answersDuring(seen, downAt, startedAt);
  const live = during.filter(({ path }) => path.endsWith('/live'));
  const others = during.filter(({ path }) => !path.endsWith('/live'));
  const describe = (found) => found.map((line) => JSON.stringify(line));
  result.check('the API was looked at while PostgreSQL was away', others.length > 0, others.length);
  result.none('the API said that it lives', describe(live.filter(({ status }) => status !== 200)));
  result.none(
    'everything else was answered 503 with Retry-After',
    describe(others.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)),
  );
  const good = (end) =>
    seen.find(({ at, ms, path, status }) => at + ms >= upAt && path.includes(end) && status === 200);
  for (const end of ['/health/ready', '/documents']) {
    const first = good(end);
    const after = first ? Math.max(0, first.at + first.ms - upAt) : Infinity;
    result.figure(`${end} good again after, ms`, after);
    result.check(`${end} recovered by itself within ${recoveryLimit} ms`, after <= recoveryLimit, after);
  }
}
