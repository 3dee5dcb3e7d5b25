import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LISTING_RESPONSE_ACTION_LABELS, type ListingResponseAction } from '@praktika/contracts';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { ReasonDto } from '../documents/index.js';
import { AcceptListingResponseDto, ListingResponseInputDto } from './dto/response-input.dto.js';
import {
  ListingResponseDto,
  ListingResponseHistoryDto,
  ListingResponsesPageDto,
  ListingResponsesQueryDto,
} from './dto/response.dto.js';
import { ResponseStore } from './engine/response-store.js';
import { AcceptResponse } from './operations/accept-response.js';
import { RespondToListing } from './operations/respond-to-listing.js';
import { cardOf } from './response.view.js';
import { ListingResponses } from './responses.service.js';

/** `POST /listing-responses/{id}/actions/{action}`: expects a version, answers with the card (domain.md §0.11). */
const ActionRoute = (action: ListingResponseAction) =>
  applyDecorators(
    Post(`listing-responses/:id/actions/${action}`),
    HttpCode(200),
    Access('listings:respond'),
    ApiOperation({
      operationId: `${action}ListingResponse`,
      summary: `«${LISTING_RESPONSE_ACTION_LABELS[action]}»: отклик`,
    }),
    ApiOkResponse({ type: ListingResponseDto }),
    ApiIfMatch(),
    ApiIdempotencyKey(),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'insufficient_scope',
      'not_found',
      'invalid_state',
      'precondition_failed',
      'precondition_required',
      'validation_failed',
    ),
  );

/** Responses to listings (manual §14.1, domain.md §4.7). */
@ApiTags('Биржа')
@Controller()
export class ListingResponsesController {
  constructor(
    private readonly responses: ListingResponses,
    private readonly store: ResponseStore,
    private readonly responding: RespondToListing,
    private readonly acceptance: AcceptResponse,
  ) {}

  @Post('listings/:id/responses')
  @Access('listings:respond')
  @ApiOperation({ operationId: 'respondToListing', summary: '«Откликнуться на заявку»' })
  @ApiCreatedResponse({ type: ListingResponseDto })
  @ApiIdempotencyKey()
  @ApiProblems(
    'unauthenticated',
    'forbidden',
    'insufficient_scope',
    'not_found',
    'invalid_state',
    'validation_failed',
  )
  async respond(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: ListingResponseInputDto,
  ): Promise<ListingResponseDto> {
    return cardOf(await this.responding.run(actor, id, body));
  }

  @Get('listing-responses')
  @Access('listings:read')
  @ApiOperation({ operationId: 'listListingResponses', summary: '«Отклики»: на ваши заявки и ваши' })
  @ApiOkResponse({ type: ListingResponsesPageDto })
  @ApiProblems('invalid_parameter', 'invalid_cursor', 'unauthenticated', 'forbidden')
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListingResponsesQueryDto,
  ): Promise<ListingResponsesPageDto> {
    return this.responses.page(actor, query);
  }

  @Get('listing-responses/:id')
  @Access('listings:read')
  @ApiOperation({ operationId: 'getListingResponse', summary: 'Карточка отклика' })
  @ApiOkResponse({ type: ListingResponseDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ListingResponseDto> {
    return this.responses.card(actor, id);
  }

  @Get('listing-responses/:id/history')
  @Access('listings:read')
  @ApiOperation({ operationId: 'getListingResponseHistory', summary: 'История отклика' })
  @ApiOkResponse({ type: ListingResponseHistoryDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  history(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ListingResponseHistoryDto> {
    return this.responses.history(actor, id);
  }

  @ActionRoute('accept')
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { responsible }: AcceptListingResponseDto,
  ): Promise<ListingResponseDto> {
    return cardOf(await this.acceptance.run(actor, id, version, responsible));
  }

  @ActionRoute('reject')
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<ListingResponseDto> {
    return cardOf(await this.store.move(actor, { id, action: 'reject', version, reason }));
  }

  @ActionRoute('withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<ListingResponseDto> {
    return cardOf(await this.store.move(actor, { id, action: 'withdraw', version }));
  }
}
