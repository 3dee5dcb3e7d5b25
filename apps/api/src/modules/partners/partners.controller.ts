import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { EndPartnership } from './end-partnership.js';
import { EndPartnershipDto, PartnerCardDto, PartnersDto, PartnersQueryDto } from './partners.dto.js';
import { Partners } from './partners.service.js';

@ApiTags('Партнёры')
@Controller('partners')
export class PartnersController {
  constructor(
    private readonly partners: Partners,
    private readonly ending: EndPartnership,
  ) {}

  @Get()
  @Access('partners:read')
  @ApiOperation({ operationId: 'listPartners', summary: '«Мои партнёры» по названию, не больше 200' })
  @ApiOkResponse({ type: PartnersDto })
  @ApiProblems(
    'invalid_parameter',
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'insufficient_scope',
    'organization_required',
  )
  list(@CurrentActor() actor: Actor, @Query() query: PartnersQueryDto): Promise<PartnersDto> {
    return this.partners.list(actor, query);
  }

  @Get(':id')
  @Access('partners:read')
  @ApiOperation({ operationId: 'getPartner', summary: 'Карточка партнёра' })
  @ApiOkResponse({ type: PartnerCardDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PartnerCardDto> {
    return this.partners.card(actor, id);
  }

  @Post(':id/actions/end')
  @HttpCode(200)
  @Access('partners:manage')
  @ApiOperation({ operationId: 'endPartnership', summary: '«Прекратить партнёрство»' })
  @ApiOkResponse({ type: PartnerCardDto })
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @ApiProblems(
    'unauthenticated',
    'forbidden',
    'insufficient_scope',
    'not_found',
    'invalid_state',
    'precondition_failed',
    'precondition_required',
    'validation_failed',
  )
  async end(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: EndPartnershipDto,
  ): Promise<PartnerCardDto> {
    await this.ending.run(actor, id, version, reason);
    return this.partners.card(actor, id);
  }
}
