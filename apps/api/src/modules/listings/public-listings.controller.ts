import { Controller, Get, Header, Ip, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../core/access/index.js';
import { ApiProblems, RequestQuota } from '../../core/http/index.js';
import { PublicListingDto, PublicListingsPageDto } from './dto/listing.dto.js';
import { ListingsQueryDto } from './dto/listings-query.dto.js';
import { Listings } from './listings.service.js';

/** Requests of one address per minute: a class of students may browse behind one. */
const PER_MINUTE = 120;

/** What is published hardly changes within a minute. */
const CACHED = 'public, max-age=60';

/** Published places of employers for anybody: the public page of «Платформа для сотрудничества» (manual §14.2). */
@ApiTags('Биржа')
@Controller('public/listings')
export class PublicListingsController {
  private readonly quota = new RequestQuota(PER_MINUTE);

  constructor(private readonly listings: Listings) {}

  @Get()
  @Public()
  @Header('cache-control', CACHED)
  @ApiOperation({ operationId: 'listPublicListings', summary: 'Опубликованные места, без входа и контактов' })
  @ApiOkResponse({ type: PublicListingsPageDto })
  @ApiProblems('invalid_parameter', 'invalid_cursor', 'rate_limited')
  list(@Ip() address: string, @Query() query: ListingsQueryDto): Promise<PublicListingsPageDto> {
    this.quota.take(address);
    return this.listings.publicPage(query);
  }

  @Get(':id')
  @Public()
  @Header('cache-control', CACHED)
  @ApiOperation({ operationId: 'getPublicListing', summary: 'Опубликованное место, без входа и контактов' })
  @ApiOkResponse({ type: PublicListingDto })
  @ApiProblems('not_found', 'rate_limited')
  card(@Ip() address: string, @Param('id') id: string): Promise<PublicListingDto> {
    this.quota.take(address);
    return this.listings.publicCard(id);
  }
}
