/** A proxy like the one in front of the replicas: takes them in turn, keeps its connections, retries what was not sent. */
import { Agent, createServer, request as httpRequest } from 'node:http';

const asksEvery = 500;

/**
 * @param ports of the API processes
 * @returns `{url, stats, close}`; `stats` counts `refused` (tried on the next replica) and `broken` (answered 502)
 */
export async function startProxy(ports) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const stats = { refused: 0, broken: 0 };
  const ready = new Set(ports);
  let turn = 0;
  const choose = (tried) => {
    const candidates = ports.filter((port) => ready.has(port) && !tried.has(port));
    const left = candidates.length > 0 ? candidates : ports.filter((port) => !tried.has(port));
    return left[turn++ % Math.max(left.length, 1)];
  };
  const timer = setInterval(() => ports.forEach((port) => void look(port, ready)), asksEvery);

  const server = createServer((incoming, outgoing) => {
    const parts = [];
    incoming.on('data', (part) => parts.push(part));
    incoming.on('end', () =>
      pass({ incoming, outgoing, body: Buffer.concat(parts), agent, stats, choose }, new Set()),
    );
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stats,
    close: async () => {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Only what certainly was not taken up goes to the next replica: the connection was refused. */
function pass(call, tried) {
  const { incoming, outgoing, body, agent, stats, choose } = call;
  const port = choose(tried);
  if (port === undefined) return fail(call, 'no replica takes connections');
  const { method, url, headers } = incoming;
  const outbound = httpRequest({ host: '127.0.0.1', port, method, path: url, headers, agent }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  outbound.on('error', (error) => {
    // a kept connection that the replica closed before the request reached it counts as refused for what may repeat
    const repeatable = method === 'GET' && outbound.reusedSocket && error.code === 'ECONNRESET';
    if (outgoing.headersSent) outgoing.destroy();
    else if (error.code !== 'ECONNREFUSED' && !repeatable) fail(call, `${error.code} from ${port}`);
    else {
      stats.refused += 1;
      pass(call, new Set([...tried, port]));
    }
  });
  outbound.end(body);
}

function fail({ outgoing, stats }, reason) {
  stats.broken += 1;
  outgoing.writeHead(502, { 'content-type': 'text/plain' }).end(reason);
}

/** Readiness: a replica that says 503 gets no new requests while another one is there. */
async function look(port, ready) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, {
    signal: AbortSignal.timeout(1_000),
    headers: { connection: 'close' },
  }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  if (answer?.ok) ready.add(port);
  else ready.delete(port);
}
