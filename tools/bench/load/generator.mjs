/**
 * The load, in a process of its own: keeps a number of connections busy for some seconds. Told over IPC:
 * `{load: {name, port, requests, once}}` keeps a list of requests; `{run: {name, seconds, connections, limit}}` answers with
 * what happened. A list marked `once` holds commands: each is sent a single time over all the rounds, and a round
 * takes no more of them than its `limit`.
 */
import { p95, percentile } from '../measure/statistics.mjs';
import { Connection, encodeRequest } from './connection.mjs';

const lists = new Map();

process.on('message', async ({ load, run }) => {
  if (load) {
    lists.set(load.name, { ...load, requests: load.requests.map(encodeRequest), next: 0, open: [] });
    process.send({ loaded: load.name });
  } else {
    process.send({ ran: await drive(lists.get(run.name), run) });
  }
});
process.on('disconnect', () => process.exit(0));

async function drive(list, { seconds, connections, limit }) {
  while (list.open.length < connections) list.open.push(await Connection.open(list.port));
  const end = list.once ? Math.min(list.requests.length, list.next + limit) : Infinity;
  const outcome = { end, latencies: [], statuses: {} };
  const started = performance.now();
  await Promise.all(list.open.map((connection) => work(connection, list, started + seconds * 1000, outcome)));
  const elapsed = performance.now() - started;
  for (const connection of list.open.splice(0)) connection.close();
  const { latencies, statuses } = outcome;
  return { count: latencies.length, elapsed, statuses, ...percentiles(latencies) };
}

async function work(connection, list, deadline, outcome) {
  for (let now = performance.now(); now < deadline && list.next < outcome.end;) {
    const { status } = await connection.send(list.requests[list.next++ % list.requests.length]);
    const done = performance.now();
    outcome.latencies.push(done - now);
    outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1;
    now = done;
  }
}

function percentiles(latencies) {
  return { p50: percentile(latencies, 0.5), p95: p95(latencies), p99: percentile(latencies, 0.99) };
}
