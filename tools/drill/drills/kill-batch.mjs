import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../lib/client.mjs';
import { rowsOf } from '../lib/databases.mjs';
import { act, createDraft, expectStatus } from '../lib/documents.mjs';
import { evidenceOf, findBroken, findWrongBells } from '../lib/evidence.mjs';
import { createResult } from '../lib/result.mjs';
import { longestLease, settle, until } from '../lib/settle.mjs';
import { startSystem } from '../lib/system.mjs';
import { createWorld } from '../lib/world.mjs';

const foreignCount = 3;
const movedCount = 5;
const changedCount = 2;

/**
 * `kill -9` of the worker in the middle of a batch of approvals, some of which cannot be done: another worker goes on
 * where it stopped, nothing is lost, nothing happens twice, and each refusal is told.
 *
 * @param options.database a migrated, empty database
 * @param options.documents that can be approved; ten more cannot
 * @param options.kills how often a worker is killed between two parts of the batch
 */
export async function killBatch({ database, redisUrl, documents, kills, log = () => undefined }) {
  const result = createResult();
  const [pair] = await createWorld(database.ownerUrl);
  const system = await startSystem({ database, redisUrl, apis: 1 });
  try {
    const office = await signIn(system.urls, pair.university.manager);
    const hr = await signIn(system.urls, pair.employer.manager);
    const good = await createOnApproval(office, pair.employer.id, documents);
    const moved = await createOnApproval(office, pair.employer.id, movedCount);
    for (const card of moved) await act(office, card, 'withdraw');
    const changed = await createOnApproval(office, pair.employer.id, changedCount);
    const items = [
      ...good.map(({ id, version }) => ({ id, version })),
      ...Array.from({ length: foreignCount }, () => ({ id: randomUUID(), version: 1 })),
      ...moved.map(({ id, version }) => ({ id, version })),
      ...changed.map(({ id, version }) => ({ id, version: version - 1 })),
    ];
    log(`${items.length} documents are there`);
    const began = Date.now();
    const { id } = expectStatus(await hr.insist('POST', '/documents/batch/approve', { items }), 202);
    result.check(
      `the worker was killed ${kills} times`,
      (await killInTheMiddle(system, id, kills)) === kills,
    );
    const operation = async () => expectStatus(await hr.insist('GET', `/operations/${id}`), 200);
    await until('the batch ends', async () => (await operation()).status === 'DONE', 180_000, 200);
    result.figure('seconds', Math.round((Date.now() - began) / 100) / 10);
    result.figure('told and sent after, ms', await settle(database.ownerUrl, longestLease));

    const { done, failed, total } = await operation();
    result.check('everything that could be done was done', done === documents, `${done} of ${documents}`);
    result.check('everything else was refused', failed === total - documents, `${failed} of ${total}`);
    const refused = expectStatus(await hr.insist('GET', `/operations/${id}/items?status=FAILED`), 200).items;
    const codes = refused.map(({ problem }) => problem.code).join();
    const expected = [
      ...Array.from({ length: foreignCount }, () => 'not_found'),
      ...moved.map(() => 'document_withdrawn'),
      ...changed.map(() => 'precondition_failed'),
    ].join();
    result.check('each refusal is told as alone', codes === expected, codes);
    await judge(result, database.ownerUrl, good, [...moved, ...changed]);
    return result;
  } finally {
    await system.stop();
  }
}

async function createOnApproval(office, partnerId, count, atOnce = 6) {
  const made = [];
  const make = async () => {
    while (made.length < count) {
      const place = made.push(undefined) - 1;
      made[place] = await act(office, (await createDraft(office, partnerId)).card, 'submit-approval');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, make));
  return made;
}

/** Kills the worker each time it has written something more and is not done yet. @returns how often it came to that */
async function killInTheMiddle(system, operationId, kills) {
  const { ownerUrl } = system.database;
  let written = 0;
  for (let killed = 0; killed < kills; killed += 1) {
    for (;;) {
      const [row] = await rowsOf(
        ownerUrl,
        'SELECT status, total, done + failed AS written FROM operations WHERE id = $1',
        [operationId],
      );
      if (row.status === 'DONE') return killed;
      if (row.written > written) {
        written = row.written;
        break;
      }
      await sleep(2);
    }
    await system.workers.at(-1).end('SIGKILL');
    system.addWorker();
  }
  return kills;
}

async function judge(result, ownerUrl, good, others) {
  const evidence = await evidenceOf(
    ownerUrl,
    [...good, ...others].map(({ id }) => id),
  );
  const wrong = good.filter(({ id }) => evidence.get(id)?.status !== 'PROJECT_APPROVED');
  const touched = others.filter(({ id }) => evidence.get(id)?.status === 'PROJECT_APPROVED');
  result.none(
    'every document that could be approved is',
    wrong.map(({ id }) => id),
  );
  result.none(
    'no other document is',
    touched.map(({ id }) => id),
  );
  result.none('every document is whole: history, two outbox rows a move, registry', findBroken(evidence));
  result.none('every move rang each bell once, and no other', findWrongBells(evidence));
}
