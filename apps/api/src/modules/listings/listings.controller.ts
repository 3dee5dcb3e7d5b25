import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { ListingContactsDto } from './dto/listing-input.dto.js';
import { ListingDto, ListingHistoryDto, ListingsPageDto, OwnListingsPageDto } from './dto/listing.dto.js';
import { ListingsQueryDto, OwnListingsQueryDto } from './dto/listings-query.dto.js';
import { Listings } from './listings.service.js';

/** «Заявки на практику»: reads of the marketplace (manual §14.1–14.2). */
@ApiTags('Биржа')
@Controller('listings')
export class ListingsController {
  constructor(private readonly listings: Listings) {}

  @Get()
  @Access('listings:browse')
  @ApiOperation({
    operationId: 'listListings',
    summary: 'Опубликованные заявки другой стороны: потребности — работодателю, места — остальным',
  })
  @ApiOkResponse({ type: ListingsPageDto })
  @ApiProblems('invalid_parameter', 'invalid_cursor', 'unauthenticated', 'forbidden')
  list(@CurrentActor() actor: Actor, @Query() query: ListingsQueryDto): Promise<ListingsPageDto> {
    return this.listings.page(actor, query);
  }

  @Get('own')
  @Access('listings:read')
  @ApiOperation({ operationId: 'listOwnListings', summary: '«Мои заявки»' })
  @ApiOkResponse({ type: OwnListingsPageDto })
  @ApiProblems('invalid_parameter', 'invalid_cursor', 'unauthenticated', 'forbidden')
  own(@CurrentActor() actor: Actor, @Query() query: OwnListingsQueryDto): Promise<OwnListingsPageDto> {
    return this.listings.own(actor, query);
  }

  @Get(':id')
  @Access('listings:browse')
  @ApiOperation({ operationId: 'getListing', summary: 'Карточка заявки' })
  @ApiOkResponse({ type: ListingDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ListingDto> {
    return this.listings.card(actor, id);
  }

  @Get(':id/contacts')
  @Access('listings:browse')
  @ApiOperation({ operationId: 'getListingContacts', summary: '«Показать контакты»' })
  @ApiOkResponse({ type: ListingContactsDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  contacts(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ListingContactsDto> {
    return this.listings.contacts(actor, id);
  }

  @Get(':id/history')
  @Access('listings:read')
  @ApiOperation({ operationId: 'getListingHistory', summary: 'История своей заявки' })
  @ApiOkResponse({ type: ListingHistoryDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  history(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ListingHistoryDto> {
    return this.listings.history(actor, id);
  }
}
