import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, PeopleAccess, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { CreateProfessionDto, UpdateProfessionDto } from './dto/profession-input.dto.js';
import { ProfessionDto, ProfessionsPageDto } from './dto/profession.dto.js';
import { ProfessionsQueryDto } from './dto/professions-query.dto.js';
import { AddProfession } from './operations/add-profession.js';
import { EditProfession } from './operations/edit-profession.js';
import { Professions } from './professions.service.js';

/** «Справочник профессий» (manual §14.4) and the moderator's work on it. */
@ApiTags('Профессии')
@Controller('professions')
export class ProfessionsController {
  constructor(
    private readonly professions: Professions,
    private readonly adding: AddProfession,
    private readonly editing: EditProfession,
  ) {}

  @Get()
  @Access('listings:browse')
  @ApiOperation({ operationId: 'listProfessions', summary: '«Справочник профессий» по названию' })
  @ApiOkResponse({ type: ProfessionsPageDto })
  @ApiProblems('invalid_parameter', 'invalid_cursor', 'unauthenticated', 'forbidden', 'insufficient_scope')
  list(@CurrentActor() actor: Actor, @Query() query: ProfessionsQueryDto): Promise<ProfessionsPageDto> {
    return this.professions.page(actor, query);
  }

  @Get(':id')
  @Access('listings:browse')
  @ApiOperation({ operationId: 'getProfession', summary: 'Страница профессии, исключённой тоже' })
  @ApiOkResponse({ type: ProfessionDto })
  @ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'not_found')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ProfessionDto> {
    return this.professions.card(actor, id);
  }

  @Post()
  @PeopleAccess('reference-data:moderate')
  @ApiOperation({ operationId: 'addProfession', summary: 'Новая профессия справочника' })
  @ApiCreatedResponse({ type: ProfessionDto })
  @ApiIdempotencyKey()
  @ApiProblems('unauthenticated', 'forbidden', 'duplicate', 'validation_failed')
  async add(@CurrentActor() actor: Actor, @Body() body: CreateProfessionDto): Promise<ProfessionDto> {
    const { id } = await this.adding.run(actor, body);
    return this.professions.card(actor, id);
  }

  @Patch(':id')
  @PeopleAccess('reference-data:moderate')
  @ApiOperation({
    operationId: 'updateProfession',
    summary: 'Правка профессии; исключить её из справочника или вернуть',
  })
  @ApiOkResponse({ type: ProfessionDto })
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @ApiProblems(
    'unauthenticated',
    'forbidden',
    'not_found',
    'duplicate',
    'precondition_failed',
    'precondition_required',
    'validation_failed',
  )
  async update(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: UpdateProfessionDto,
  ): Promise<ProfessionDto> {
    await this.editing.run(actor, id, version, body);
    return this.professions.card(actor, id);
  }
}
