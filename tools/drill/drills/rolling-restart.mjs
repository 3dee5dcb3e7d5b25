import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, signIn } from '../lib/client.mjs';
import { createDraft } from '../lib/documents.mjs';
import { percentile } from '../lib/ledger.mjs';
import { startProxy } from '../lib/proxy.mjs';
import { createResult } from '../lib/result.mjs';
import { startSystem } from '../lib/system.mjs';
import { createWorld } from '../lib/world.mjs';

/** A process that is asked to end is gone within this time (reliability F16). */
const exitLimit = 15_000;

/**
 * SIGTERM to one API after the other, each started again, under load through a proxy (reliability F16): no request
 * fails and each process ends in time.
 *
 * @param options.restarts how many
 * @param options.clients how many ask at once, one request after the other
 */
export async function rollingRestart({
  database,
  redisUrl,
  restarts = 4,
  clients = 12,
  log = () => undefined,
}) {
  const result = createResult();
  const [{ employer, university }] = await createWorld(database.ownerUrl);
  const system = await startSystem({ database, redisUrl, apis: 2 });
  const proxy = await startProxy(system.apis.map(({ port }) => port));
  try {
    const manager = await signIn(() => [proxy.url], university.manager);
    const { card } = await createDraft(manager, employer.id);
    const load = startLoad(
      createClient(() => [proxy.url], manager.headers),
      employer.id,
      card.id,
      clients,
    );
    await sleep(2_000);
    for (let restart = 0; restart < restarts; restart += 1) {
      const index = restart % system.apis.length;
      const began = Date.now();
      const { code, signal } = await system.apis[index].end('SIGTERM');
      const took = Date.now() - began;
      result.check(
        `restart ${restart + 1}: ended by itself in time`,
        (code === 0 || signal === 'SIGTERM') && took <= exitLimit,
        `${code ?? signal} after ${took} ms`,
      );
      await system.restartApi(index);
      await sleep(1_500);
      log(`restart ${restart + 1}: ended after ${took} ms`);
    }
    const { failures, times } = await load.stop();
    result.figure('requests', times.length);
    result.figure(
      'p95 of an answer, ms',
      Math.round(
        percentile(
          times.sort((a, b) => a - b),
          0.95,
        ),
      ),
    );
    result.figure('refused connections tried on the other replica', proxy.stats.refused);
    result.none('no request failed', failures);
    return result;
  } finally {
    await proxy.close();
    await system.stop();
  }
}

/** Half of the requests read a page or a card, half save or create; each must be answered as usual. */
function startLoad(client, partnerId, documentId, clients) {
  const failures = [];
  const times = [];
  let stopped = false;
  const kinds = [
    () => ask('GET', '/documents?limit=25', 200),
    () => ask('POST', '/contracts', 201, { kind: 'PERIOD_CONTRACT', partnerId }),
    () => ask('GET', `/documents/${documentId}`, 200),
    () => ask('POST', '/contracts', 201, { kind: 'PERIOD_CONTRACT', partnerId }),
  ];
  const ask = async (method, path, expected, body) => {
    const answer = await client
      .send(method, path, body)
      .catch((error) => ({ status: 0, text: String(error.cause ?? error) }));
    if (answer.ms !== undefined) times.push(answer.ms);
    if (answer.status !== expected)
      failures.push(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 200)}`);
  };
  const loop = async (first) => {
    for (let turn = first; !stopped; turn += 1) {
      await kinds[turn % kinds.length]();
      await sleep(20);
    }
  };
  const looping = Promise.all(Array.from({ length: clients }, (_, index) => loop(index)));
  return {
    stop: async () => {
      stopped = true;
      await looping;
      return { failures, times };
    },
  };
}
