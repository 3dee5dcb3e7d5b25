import { fork } from 'node:child_process';
import { inBench } from '../paths.mjs';

/**
 * Another user who asks for the same page again and again, and how long each answer takes. They sit in a process of
 * their own: an answer that waits while the bench prepares somebody else's request would be counted as the product's.
 */
export class Neighbour {
  #process;

  /** @param request the page, as `encodeRequest` takes it */
  constructor(port, request) {
    this.#process = fork(inBench('load/neighbour-process.mjs'), { serialization: 'advanced' });
    this.#process.send({ port, request });
  }

  /**
   * Lets the user go on asking while something else happens.
   *
   * @param work what happens; may answer with seconds
   * @returns `{latencies, seconds}`: milliseconds of each answer, and what the work answered
   */
  async watch(work) {
    await this.#tell('begin');
    const seconds = await work();
    const { latencies, error } = await this.#tell('end');
    if (error) throw new Error(`the neighbour: ${error}`);
    return { seconds, latencies };
  }

  stop() {
    if (this.#process.connected) this.#process.disconnect();
  }

  #tell(what) {
    return new Promise((resolve, reject) => {
      const ended = (code, signal) => reject(new Error(`the neighbour ended with ${code ?? signal}`));
      this.#process.once('exit', ended);
      this.#process.once('message', (answer) => {
        this.#process.off('exit', ended);
        resolve(answer);
      });
      this.#process.send(what);
    });
  }
}
