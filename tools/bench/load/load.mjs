import { fork } from 'node:child_process';
import { inBench } from '../paths.mjs';
import { Connection, encodeRequest } from './connection.mjs';

/** The bench's side of the load generator's process. */
export class Load {
  #process = fork(inBench('load/generator.mjs'), { serialization: 'advanced' });
  #answer;

  constructor() {
    this.#process.on('message', (message) => this.#answer.resolve(message));
    this.#process.on('exit', (code, signal) =>
      this.#answer?.reject(new Error(`the load generator ended with ${code ?? signal}`)),
    );
  }

  /**
   * Gives the generator a list of requests.
   *
   * @param list `{name, port, requests: [{method, path, headers, body}], once}`
   */
  async give(list) {
    await this.#ask({ load: list });
  }

  /** @returns `{count, elapsed, statuses, p50, p95, p99}`, times in milliseconds */
  async run(name, { seconds, connections, limit }) {
    return (await this.#ask({ run: { name, seconds, connections, limit } })).ran;
  }

  stop() {
    if (this.#process.connected) this.#process.disconnect();
  }

  #ask(message) {
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject };
      this.#process.send(message);
    });
  }
}

/**
 * Sends one request outside of any measurement.
 *
 * @param request as `encodeRequest` takes it, or encoded already
 * @returns the parsed JSON answer
 * @throws an error for any other status than the one expected
 */
export async function ask(port, request, expected = 200) {
  const encoded = Buffer.isBuffer(request) ? request : encodeRequest(request);
  const connection = await Connection.open(port);
  try {
    const { status, body } = await connection.send(encoded, true);
    if (status !== expected) throw new Error(`${firstLineOf(encoded)} answered ${status}: ${body}`);
    return JSON.parse(body);
  } finally {
    connection.close();
  }
}

const firstLineOf = (request) => request.toString('latin1', 0, request.indexOf('\r'));
