import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { PartnersDto, PartnersQueryDto } from './partners.dto.js';
import { Partners } from './partners.service.js';

@ApiTags('Партнёры')
@Controller('partners')
export class PartnersController {
  constructor(private readonly partners: Partners) {}

  @Get()
  @Access('partners:read')
  @ApiOperation({ operationId: 'listPartners', summary: 'Действующие партнёры по имени, не больше 200' })
  @ApiOkResponse({ type: PartnersDto })
  @ApiProblems(
    'invalid_parameter',
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'insufficient_scope',
    'organization_required',
  )
  list(@CurrentActor() actor: Actor, @Query() { q }: PartnersQueryDto): Promise<PartnersDto> {
    return this.partners.list(actor, q);
  }
}
