import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../postgres/index.mjs';
import { certify } from '../data/certification.mjs';
import { signIn } from '../data/sessions.mjs';
import { busiestRecipient, organizations, waitingDocuments } from '../data/targets.mjs';
import { encodeRequest } from '../load/connection.mjs';
import { ask } from '../load/load.mjs';
import { Neighbour } from '../load/neighbour.mjs';
import { p95, ratio, ratioOfP95 } from '../measure/statistics.mjs';
import { startWorker } from '../servers.mjs';

/** Documents of one batch, and of as many single calls. */
const MANY = 500;
const ROUNDS = 7;
/** Rounds before those that count: V8 compiles the hot code only after some thousand documents. */
const WARM_UP = 3;
/** How long the other user is watched before a batch begins. */
const ALONE_MS = 3_000;
/** More often than the cabinet; when it ended the operation itself says. */
const ASK_EVERY_MS = 100;

/**
 * 500 documents in one batch against 500 single calls one after another, by the same person, a worker running and
 * another organization's user at work in both cases; and what that user feels of the batch.
 */
export async function batch(bench) {
  const { database, product } = await bench.large();
  const { superuserUrl } = database;
  const [{ id: other }] = await organizations(superuserUrl, 1);
  const cookies = await signIn(superuserUrl, [other], 'MANAGER');
  const neighbour = new Neighbour(product.port, {
    path: '/api/v1/documents',
    headers: { cookie: cookies.get(other) },
  });
  // what earlier commands have left for a worker would be done in the middle of a measurement
  await withClient(superuserUrl, (client) => client.query('TRUNCATE outbox'));
  const worker = await startWorker({ database, directory: product.directory });
  try {
    await worker.idle();
    const approvals = await measure(bench, {
      product,
      neighbour,
      worker,
      ...(await approving(bench, superuserUrl)),
    });
    const signatures = await measure(bench, {
      product,
      neighbour,
      worker,
      ...(await signing(bench, superuserUrl)),
    });
    return [...rowsOf('approvals', 5, approvals), ...rowsOf('signatures', 3, signatures)];
  } finally {
    neighbour.stop();
    await worker.stop();
  }
}

const rowsOf = (what, least, { count, together, alone, busy, quiet }) => [
  {
    what: `${count} ${what} in one batch, rate of single calls`,
    goal: { least },
    ...ratio(alone, together),
    figures: { seconds: { together, alone } },
  },
  {
    what: `another user's p95 during a batch of ${what}, of it without`,
    goal: { most: 2 },
    ...ratioOfP95(busy, quiet),
    figures: { milliseconds: { busy: busy.map(p95), quiet: quiet.map(p95) }, answers: { busy, quiet } },
  },
];

/** Documents that one employer's manager approves. */
async function approving(bench, url) {
  const { documents, cookie } = await pressing(url, 'ON_APPROVAL', 'MANAGER');
  return {
    cookie,
    action: 'approve',
    items: documents.map(({ id, version }) => ({ id, version })),
  };
}

/** Documents that one employer's head signs, with their signatures. */
async function signing(bench, url) {
  const { documents, cookie, organization } = await pressing(url, 'ON_SIGNING', 'HEAD');
  const signers = await certify(url, [organization]);
  const items = [];
  for (const { id, version, revision } of documents) {
    items.push({ id, version, revisionId: revision, cms: await signers.get(organization).sign() });
  }
  bench.log(`${items.length} signatures made beforehand`);
  return { cookie, action: 'sign', items };
}

/** As many documents of the recipient that has most of them as all the rounds can use. */
async function pressing(url, status, role) {
  const organization = await busiestRecipient(url, status);
  const documents = await waitingDocuments(url, status, MANY * (WARM_UP + ROUNDS) * 2, [organization]);
  const cookie = (await signIn(url, [organization], role)).get(organization);
  return { documents, cookie, organization };
}

/** Rounds of both ways, each on documents of its own; the first of them warm up and are not counted. */
async function measure(bench, { product, neighbour, worker, cookie, action, items }) {
  const count = Math.min(MANY, Math.floor(items.length / (WARM_UP + ROUNDS) / 2));
  const figures = { count, together: [], alone: [], busy: [], quiet: [] };
  for (let round = 1 - WARM_UP; round <= ROUNDS; round += 1) {
    const take = () => items.splice(0, count);
    const ways = {
      together: async () => {
        const request = batchRequest(cookie, action, take());
        const quiet = await neighbour.watch(() => sleep(ALONE_MS));
        const busy = await neighbour.watch(() => inOneBatch(product.port, cookie, request));
        return { seconds: busy.seconds, busy: busy.latencies, quiet: quiet.latencies };
      },
      alone: () => neighbour.watch(() => oneByOne(product.port, cookie, action, take())),
    };
    const order = round % 2 === 0 ? ['together', 'alone'] : ['alone', 'together'];
    for (const way of order) {
      const { seconds, busy, quiet } = await ways[way]();
      await worker.idle();
      if (round < 1) continue;
      figures[way].push(seconds);
      if (way === 'together') {
        figures.busy.push(busy);
        figures.quiet.push(quiet);
      }
    }
    bench.log(round < 1 ? `${action}: warming up` : `${action}: round ${round} of ${ROUNDS}`);
  }
  return figures;
}

/** Megabytes of JSON are put together before anybody is watched: whoever asks for a batch does it on their machine. */
const batchRequest = (cookie, action, items) => ({
  count: items.length,
  encoded: encodeRequest({
    method: 'POST',
    path: `/api/v1/documents/batch/${action}`,
    headers: { cookie },
    body: { items },
  }),
});

/** @returns seconds until every document is done, by the clock of the machine, which is the product's too */
async function inOneBatch(port, cookie, { count, encoded }) {
  const started = Date.now();
  const { id } = await ask(port, encoded, 202);
  for (;;) {
    const operation = await ask(port, { path: `/api/v1/operations/${id}`, headers: { cookie } });
    if (operation.status === 'DONE') {
      if (operation.done !== count) throw new Error(`${operation.failed} of a batch were refused`);
      return (Date.parse(operation.finishedAt) - started) / 1000;
    }
    await sleep(ASK_EVERY_MS);
  }
}

/** @returns seconds for the same verb, one call after another */
async function oneByOne(port, cookie, action, items) {
  const started = performance.now();
  for (const { id, version, ...body } of items) {
    const headers = { cookie, 'if-match': `"v${version}"` };
    await ask(port, { method: 'POST', path: `/api/v1/documents/${id}/actions/${action}`, headers, body });
  }
  return (performance.now() - started) / 1000;
}
