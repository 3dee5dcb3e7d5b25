import { applyDecorators, Controller, Get, Ip, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../core/access/index.js';
import { ApiProblems, RequestQuota } from '../../core/http/index.js';
import { calendar } from './calendar.js';
import { jsonFeed } from './json-feed.js';
import { JsonFeedDto, PublicPlacesQueryDto } from './public-feeds.dto.js';
import { PublicFeeds } from './public-feeds.service.js';
import { rss } from './rss.js';
import { sendFeed } from './send-feed.js';

/** Requests of one address per minute. */
const PER_MINUTE = 60;

/** Refusals and the conditional answer every feed can give. */
const Answers = () =>
  applyDecorators(
    ApiResponse({
      status: 304,
      description: 'У вас уже последняя версия (If-None-Match, If-Modified-Since)',
    }),
    ApiProblems('invalid_parameter', 'rate_limited'),
  );

/** Published places for readers of feeds and calendars: no sign-in, no contacts, nothing personal. */
@ApiTags('Биржа')
@Controller('public/listings')
export class PublicFeedsController {
  private readonly quota = new RequestQuota(PER_MINUTE);

  constructor(private readonly feeds: PublicFeeds) {}

  @Get('feed.json')
  @Public()
  @ApiOperation({ operationId: 'getPublicListingsJsonFeed', summary: 'Опубликованные места: JSON Feed 1.1' })
  @ApiProduces('application/feed+json')
  @ApiOkResponse({ type: JsonFeedDto })
  @Answers()
  async json(
    @Ip() address: string,
    @Query() query: PublicPlacesQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.quota.take(address);
    const feed = await this.feeds.read(query, request.url);
    const body = JSON.stringify(jsonFeed(feed));
    await sendFeed(request, reply, { ...feed, body, mediaType: 'application/feed+json; charset=utf-8' });
  }

  @Get('feed.rss')
  @Public()
  @ApiOperation({ operationId: 'getPublicListingsRss', summary: 'Опубликованные места: RSS 2.0' })
  @ApiProduces('application/rss+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Answers()
  async rss(
    @Ip() address: string,
    @Query() query: PublicPlacesQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.quota.take(address);
    const feed = await this.feeds.read(query, request.url);
    await sendFeed(request, reply, {
      ...feed,
      body: rss(feed),
      mediaType: 'application/rss+xml; charset=utf-8',
    });
  }

  @Get('calendar.ics')
  @Public()
  @ApiOperation({ operationId: 'getPublicListingsCalendar', summary: 'Сроки опубликованных мест: iCalendar' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Answers()
  async calendar(
    @Ip() address: string,
    @Query() query: PublicPlacesQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.quota.take(address);
    const feed = await this.feeds.read(query, request.url);
    await sendFeed(request, reply, {
      ...feed,
      body: calendar(feed),
      mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
    });
  }
}
