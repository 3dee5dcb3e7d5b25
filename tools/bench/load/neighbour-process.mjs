/**
 * The neighbour of a batch. Told over IPC: `{port, request}` first; `'begin'` is answered when the asking has begun,
 * `'end'` with `{latencies}` in milliseconds, or with `{error}`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, encodeRequest } from './connection.mjs';

/** Between an answer and the next request: nobody clicks faster, and who never pauses is a load and not a user. */
const PAUSE_MS = 20;

let page;
let connection;
let asking;
let over;

process.on('message', async (message) => {
  if (message === 'begin') {
    over = false;
    connection ??= await Connection.open(page.port);
    asking = ask().catch((error) => ({ error: error.message }));
    process.send('begun');
  } else if (message === 'end') {
    over = true;
    process.send(await asking);
  } else {
    page = { port: message.port, request: encodeRequest(message.request) };
  }
});
process.on('disconnect', () => process.exit(0));

async function ask() {
  const latencies = [];
  while (!over) {
    const began = performance.now();
    const { status } = await connection.send(page.request);
    if (status !== 200) throw new Error(`was answered ${status}`);
    latencies.push(performance.now() - began);
    await sleep(PAUSE_MS);
  }
  return { latencies };
}
