import { All, Controller, Req, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PeopleAccess } from '../access/index.js';
import { QueueBoard } from './queue-board.js';

/** Headers of the board's answers that are passed on; all others are ours. */
const PASSED_ON = ['content-type', 'cache-control', 'etag', 'last-modified'] as const;

/** The board sets a base address for its links, which the pages of the product may not. */
const BOARD_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "base-uri 'self'; frame-ancestors 'none'; object-src 'none'";

/** The queue board, for the system's operators alone (reliability.md T34). */
@ApiExcludeController()
@Controller({ path: 'admin/queues', version: VERSION_NEUTRAL })
export class QueueBoardController {
  constructor(private readonly board: QueueBoard) {}

  @All(['', '*'])
  @PeopleAccess('platform:operate')
  async serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.board.answer({
      method: request.method,
      url: request.url,
      headers: { accept: request.headers.accept ?? '*/*' },
      payload: request.body as object | undefined,
    });
    const headers = PASSED_ON.filter((name) => answer.headers[name] !== undefined).map(
      (name) => [name, String(answer.headers[name])] as const,
    );
    void reply
      .status(answer.statusCode)
      .headers({ ...Object.fromEntries(headers), 'content-security-policy': BOARD_POLICY })
      .send(answer.rawPayload);
  }
}
