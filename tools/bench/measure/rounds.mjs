import { processorTime, residentMegabytes, treeProcessorTime } from './processes.mjs';

/** As many requests at once as the goals were set with. */
const CONNECTIONS = 8;

/** Commands are used up: a part of them warms up, the rounds share the rest. */
const WARM_UP_SHARE = 0.25;

/**
 * Runs contenders against each other in one go: every round runs each of them, in an order that moves on from round
 * to round, so that what else happens on the machine meets them alike.
 *
 * @param bench the running bench
 * @param contenders `[{name, server: {pid, port}, requests, once}]`
 * @returns name → figures per measured round: `{perSecond, p50, p95, p99, processorMs, nodeMs, postgresMs}`
 */
export async function compete(bench, contenders) {
  const { scale } = bench;
  const [load, { pid: postgresPid }] = await Promise.all([bench.load(), bench.cluster()]);
  for (const { name, server, requests, once = false } of contenders) {
    await load.give({ name, port: server.port, requests, once });
  }
  for (const contender of contenders) await warmUp(load, contender, postgresPid, scale.warmUp);
  const figures = Object.fromEntries(contenders.map(({ name }) => [name, emptyFigures()]));
  for (let round = 0; round < scale.rounds; round += 1) {
    for (const contender of rotated(contenders, round)) {
      const limit = Math.floor((contender.requests.length * (1 - WARM_UP_SHARE)) / scale.rounds);
      const { count: _, ...result } = await runOnce(load, contender, postgresPid, scale.seconds, limit);
      if (contender.server.isProduct) bench.memory.push(residentMegabytes(contender.server.pid));
      for (const [name, value] of Object.entries(result)) figures[contender.name][name].push(value);
    }
  }
  return figures;
}

const emptyFigures = () => ({
  perSecond: [],
  p50: [],
  p95: [],
  p99: [],
  processorMs: [],
  nodeMs: [],
  postgresMs: [],
});

/** Until the hot code is compiled and plans and pages are where they stay. */
async function warmUp(load, contender, postgresPid, { requests, seconds }) {
  const until = performance.now() + seconds * 1000;
  const most = contender.once ? Math.min(requests, contender.requests.length * WARM_UP_SHARE) : requests;
  for (let sent = 0; sent < most && performance.now() < until;) {
    sent += (await runOnce(load, contender, postgresPid, 1, Math.ceil(most - sent))).count;
  }
}

async function runOnce(load, { name, server }, postgresPid, seconds, limit) {
  const before = [processorTime(server.pid), treeProcessorTime(postgresPid)];
  const measured = { seconds, connections: CONNECTIONS, limit };
  const { count, elapsed, statuses, p50, p95, p99 } = await load.run(name, measured);
  const nodeMs = (processorTime(server.pid) - before[0]) / count;
  const postgresMs = (treeProcessorTime(postgresPid) - before[1]) / count;
  const refused = Object.keys(statuses).filter((status) => status !== '200');
  if (refused.length > 0) throw new Error(`${name}: answers ${JSON.stringify(statuses)}`);
  if (count === 0) throw new Error(`${name}: the documents to work on ran out`);
  return {
    count,
    perSecond: (count * 1000) / elapsed,
    p50,
    p95,
    p99,
    processorMs: nodeMs + postgresMs,
    nodeMs,
    postgresMs,
  };
}

function rotated(list, by) {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
