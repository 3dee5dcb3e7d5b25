import { applyDecorators, Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { LISTING_ACTION_LABELS } from '@praktika/contracts';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { ListingInputDto } from './dto/listing-input.dto.js';
import { ListingDto } from './dto/listing.dto.js';
import { ListingStore } from './engine/listing-store.js';
import { cardOf } from './listing.view.js';
import { CreateListing } from './operations/create-listing.js';
import { PublishListing } from './operations/publish-listing.js';
import { UpdateListing } from './operations/update-listing.js';

/** What every change of a standing listing expects and may be refused with. */
const Change = () =>
  applyDecorators(
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

const ActionRoute = (action: 'publish' | 'unpublish') =>
  applyDecorators(
    Post(`:id/actions/${action}`),
    HttpCode(200),
    Access('listings:publish'),
    ApiOperation({ operationId: `${action}Listing`, summary: `«${LISTING_ACTION_LABELS[action]}»` }),
    ApiOkResponse({ type: ListingDto }),
    Change(),
  );

/** The life of one's own listings (manual §14.2). */
@ApiTags('Биржа')
@Controller('listings')
export class OwnListingsController {
  constructor(
    private readonly store: ListingStore,
    private readonly creation: CreateListing,
    private readonly edits: UpdateListing,
    private readonly publication: PublishListing,
  ) {}

  @Post()
  @Access('listings:draft')
  @ApiOperation({ operationId: 'createListing', summary: '«Разместить заявку»: новый черновик' })
  @ApiCreatedResponse({ type: ListingDto })
  @ApiIdempotencyKey()
  @ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'validation_failed')
  async create(@CurrentActor() actor: Actor, @Body() body: ListingInputDto): Promise<ListingDto> {
    return cardOf(await this.creation.run(actor, body));
  }

  @Patch(':id')
  @Access('listings:draft')
  @ApiOperation({
    operationId: 'updateListing',
    summary: '«Редактировать»: черновик или снятая с публикации',
  })
  @ApiOkResponse({ type: ListingDto })
  @Change()
  async update(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ListingInputDto,
  ): Promise<ListingDto> {
    return cardOf(await this.edits.run(actor, id, version, body));
  }

  @ActionRoute('publish')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<ListingDto> {
    return cardOf(await this.publication.run(actor, id, version));
  }

  @ActionRoute('unpublish')
  async unpublish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<ListingDto> {
    const unpublished = await this.store.move(actor, { id, action: 'unpublish', version });
    return cardOf(unpublished!);
  }

  @Delete(':id')
  @Access('listings:draft')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteListing', summary: '«Удалить»: черновик или снятая с публикации' })
  @ApiNoContentResponse()
  @Change()
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.store.move(actor, { id, action: 'delete', version });
  }
}
