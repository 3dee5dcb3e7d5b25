import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONFIG, type Config } from '../config/index.js';

/** In production a replica that must end serves for this long, so that the proxy in front of it notices. */
const NOTICE_MS = 5_000;

/** Requests still running this long after that are cut off: a process that must end is gone within 15 seconds. */
const FINISH_MS = 8_000;

/**
 * How an HTTP process ends (reliability.md §4.12, F16): first it says that it is not ready and closes each connection
 * after its answer, while still answering; then it stops listening. A client that keeps connections would otherwise
 * hold the process up, and a proxy would meet closed ones.
 */
@Injectable()
export class Drain implements OnModuleDestroy, BeforeApplicationShutdown {
  private begun = false;
  private fastify: FastifyInstance | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Whether the process is about to end. */
  get active(): boolean {
    return this.begun;
  }

  /** Names the server to drain; a process without one ends at once. */
  watch(fastify: FastifyInstance): void {
    this.fastify = fastify;
    fastify.addHook('onSend', (_request, reply, _payload, done) => {
      if (this.begun) void reply.header('connection', 'close');
      done();
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.begun = true;
    if (this.config.nodeEnv === 'production' && this.fastify?.server.listening) await sleep(NOTICE_MS);
  }

  beforeApplicationShutdown(): void {
    setTimeout(() => this.fastify?.server.closeAllConnections(), FINISH_MS).unref();
  }
}
