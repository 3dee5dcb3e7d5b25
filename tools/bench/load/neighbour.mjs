import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, encodeRequest } from './connection.mjs';

/** Between an answer and the next request: nobody clicks faster, and who never pauses is a load and not a user. */
const PAUSE_MS = 20;

/** Another user who asks for the same page again and again, and how long each answer takes. */
export class Neighbour {
  #port;
  #request;
  #connection;

  constructor(port, request) {
    this.#port = port;
    this.#request = encodeRequest(request);
  }

  /**
   * Goes on asking while something else happens.
   *
   * @param work what happens; may answer with seconds
   * @returns `{latencies, seconds}`: milliseconds of each answer, and what the work answered
   */
  async watch(work) {
    this.#connection ??= await Connection.open(this.#port);
    let over = false;
    const happening = work().finally(() => (over = true));
    const latencies = [];
    while (!over) {
      const began = performance.now();
      const { status } = await this.#connection.send(this.#request);
      if (status !== 200) throw new Error(`the neighbour was answered ${status}`);
      latencies.push(performance.now() - began);
      await sleep(PAUSE_MS);
    }
    return { seconds: await happening, latencies };
  }

  stop() {
    this.#connection?.close();
  }
}
