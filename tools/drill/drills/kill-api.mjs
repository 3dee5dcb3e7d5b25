import { claimedKeys, evidenceOf, findBroken, findDisagreements, findWrongBells } from '../lib/evidence.mjs';
import { createLedger, groupBy, percentile } from '../lib/ledger.mjs';
import { commandsOf, prepareRaces, race } from '../lib/races.mjs';
import { createResult } from '../lib/result.mjs';
import { longestLease, settle } from '../lib/settle.mjs';
import { createSigning } from '../lib/signing.mjs';
import { startSystem } from '../lib/system.mjs';
import { createWorld } from '../lib/world.mjs';

/**
 * `kill -9` of API processes while both parties sign and withdraw the same documents, each command repeated under its
 * one Idempotency-Key until it has an answer (reliability F1, T23, T24).
 *
 * @param options.database a migrated, empty database
 * @param options.rounds how often; each with `documents` documents, all commands at once
 * @param options.kills how often a process is killed in each round, spread over its answers
 */
export async function killApi({
  database,
  redisUrl,
  documents,
  rounds = 1,
  kills,
  apis = 1,
  log = () => undefined,
}) {
  const result = createResult();
  const ledger = createLedger();
  const [pair] = await createWorld(database.ownerUrl);
  const signing = await createSigning(database.ownerUrl);
  const system = await startSystem({ database, redisUrl, apis });
  const commands = [];
  const ids = [];
  let killed = 0;
  try {
    const began = Date.now();
    for (let round = 1; round <= rounds; round += 1) {
      const load = await prepareRaces({ system, pair, signing, ledger, count: documents });
      const executioner = createExecutioner(system, commandsOf(documents).atOnce, kills);
      commands.push(...(await race(load, { onAnswer: executioner.onAnswer })));
      killed += await executioner.finish();
      ids.push(...load.documents.map(({ id }) => id));
      log(`round ${round}: ${commands.length} commands answered, ${killed} kills`);
    }
    result.figure('commands at once', commandsOf(documents).atOnce);
    result.figure('commands', commands.length);
    result.figure('kills', killed);
    result.figure('answers lost with a process', ledger.count('no answer'));
    result.figure('seconds', Math.round((Date.now() - began) / 100) / 10);
    result.figure('p95 of an answer, ms', Math.round(percentile(ledger.times(), 0.95)));
    result.check(`the API was killed ${kills * rounds} times`, killed === kills * rounds, killed);
    result.figure('told and sent after, ms', await settle(database.ownerUrl, longestLease));
    await judge(result, { ownerUrl: database.ownerUrl, ids, commands, ledger });
    return result;
  } finally {
    await system.stop();
  }
}

/** What must hold after any load of races, whatever was killed. */
export async function judge(result, { ownerUrl, ids, commands, ledger }) {
  const evidence = await evidenceOf(ownerUrl, ids);
  const claimed = await claimedKeys(
    ownerUrl,
    commands.map(({ key }) => key),
  );
  const outcomes = groupBy(commands, ({ outcome }) => outcome);
  for (const [outcome, those] of outcomes) result.figure(`outcome ${outcome}`, those.length);
  const statuses = groupBy(evidence.values(), ({ status }) => status);
  for (const [status, those] of statuses) result.figure(`documents ${status}`, those.length);
  const undecided = ids.filter((id) => evidence.get(id)?.status === 'ON_SIGNING');
  const both = [...evidence.values()].filter(
    ({ status, signatures }) => status === 'WITHDRAWN' && signatures.length > 0,
  );

  result.none('every document was decided', undecided);
  result.none(
    'no document is both signed and withdrawn',
    both.map(({ id }) => id),
  );
  result.none(
    'every document is whole: signatures, history, two outbox rows a move, registry',
    findBroken(evidence),
  );
  result.none(
    'the database holds what was acknowledged and nothing that was refused',
    findDisagreements(evidence, commands, claimed),
  );
  result.none('every move rang each bell once, and no other', findWrongBells(evidence));
  const unforeseen = ledger.lines.filter(({ what }) => /^5\d\d$/.test(what) && what !== '503');
  result.none(
    'no answer was an unforeseen error',
    unforeseen.map((line) => JSON.stringify(line)),
  );
  const bare = ledger.lines.filter(({ what }) => what === '503 without Retry-After');
  result.none(
    'every 503 said when to come back',
    bare.map(({ text }) => text),
  );
}

/** Kills an API each time another share of the answers is in, and starts it again on its port. */
function createExecutioner(system, commands, kills) {
  let done = 0;
  let killed = 0;
  let work = Promise.resolve();
  const next = () => ((done + 1) / (kills + 1)) * commands * 0.8;
  return {
    onAnswer: (answers) => {
      if (done >= kills || answers < next()) return;
      const victim = done % system.apis.length;
      done += 1;
      work = work.then(async () => {
        const { signal } = await system.apis[victim].end('SIGKILL');
        if (signal === 'SIGKILL') killed += 1;
        await system.restartApi(victim);
      });
    },
    finish: async () => {
      await work;
      return killed;
    },
  };
}
