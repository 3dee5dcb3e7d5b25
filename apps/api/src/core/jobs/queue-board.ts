import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter as BoardAdapter } from '@bull-board/fastify';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { Queues } from './queues.js';

/** Where the board is served; it builds its links from this. */
export const BOARD_PATH = '/api/admin/queues';

/**
 * Bull Board as an application of its own that never listens: requests reach it through our controller, and so
 * through our guards.
 */
@Injectable()
export class QueueBoard implements OnApplicationShutdown {
  private server: Promise<FastifyInstance> | undefined;

  constructor(private readonly queues: Queues) {}

  /** Answers one request whose caller has been allowed in. */
  async answer(request: InjectOptions): Promise<LightMyRequestResponse> {
    const server = await (this.server ??= this.open());
    return server.inject(request);
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.server)?.close();
  }

  private async open(): Promise<FastifyInstance> {
    const board = new BoardAdapter();
    board.setBasePath(BOARD_PATH);
    createBullBoard({
      queues: this.queues.all().map((queue) => new BullMQAdapter(queue)),
      serverAdapter: board,
      options: { uiConfig: { boardTitle: 'Praktika' } },
    });
    const server = new FastifyAdapter().getInstance();
    await server.register(board.registerPlugin(), { prefix: BOARD_PATH });
    await server.ready();
    return server;
  }
}
