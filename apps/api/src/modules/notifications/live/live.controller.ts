import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, PeopleAccess, type Actor } from '../../../core/access/index.js';
import { ApiProblems } from '../../../core/http/index.js';
import { LiveStream } from './live-stream.js';
import { LiveStreams } from './live-streams.js';

/** Headers that keep proxies and browsers from gathering or keeping the stream. */
const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** Live update without reload (domain.md §8.14). Programs ask for lists instead: a token opens no stream. */
@ApiTags('Уведомления')
@Controller('live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  @Get()
  @PeopleAccess('notifications:read')
  @ApiOperation({
    operationId: 'openLiveStream',
    summary: 'Живое обновление: счётчики и изменившиеся документы',
    description:
      'Server-sent events. `counters`: `{unreadNotifications, waitingForMe, waitingApplications}`, каждый не больше 100; ' +
      '`document`: `{id, version}`. Раз в 25 секунд — комментарий. Поток закрывается с концом сеанса.',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'organization_required')
  open(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): void {
    const stream = new LiveStream(actor, reply.raw);
    reply.raw.on('close', () => this.streams.remove(stream));
    reply.hijack();
    reply.raw.writeHead(200, { ...reply.getHeaders(), ...STREAM_HEADERS } as Record<string, string>);
    reply.raw.flushHeaders();
    this.streams.add(stream);
  }
}
