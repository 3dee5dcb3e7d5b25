import type { ServerResponse } from 'node:http';
import type { Actor } from '../../../core/access/index.js';
import type { Counters } from '../counters.js';

/** A reader that takes nothing while this much waits for it is gone or stuck. */
const MOST_WAITING_BYTES = 256 * 1024;

/** One open page's stream of server-sent events. */
export class LiveStream {
  private last = '';

  constructor(
    readonly actor: Actor,
    private readonly response: ServerResponse,
  ) {}

  /** Tells the counters if they are not what was told last. */
  counters(counters: Counters): void {
    const data = JSON.stringify(counters);
    if (data === this.last) return;
    this.last = data;
    this.write(`event: counters\ndata: ${data}\n\n`);
  }

  /** Tells that a document has another version. */
  document(id: string, version: number): void {
    this.write(`event: document\ndata: ${JSON.stringify({ id, version })}\n\n`);
  }

  /** A comment that keeps proxies from closing a quiet stream. */
  heartbeat(): void {
    this.write(': still here\n\n');
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    if (this.response.writableLength > MOST_WAITING_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
