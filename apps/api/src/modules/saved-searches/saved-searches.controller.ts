import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentActor, PeopleAccess, type Actor } from '../../core/access/index.js';
import { notFound } from '../../core/errors/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { CreateSavedSearch } from './operations/create-saved-search.js';
import { DeleteSavedSearch } from './operations/delete-saved-search.js';
import { UpdateSavedSearch } from './operations/update-saved-search.js';
import {
  CreateSavedSearchDto,
  SavedSearchDto,
  SavedSearchesDto,
  UpdateSavedSearchDto,
} from './saved-searches.dto.js';
import { SavedSearches } from './saved-searches.service.js';

/** What is no UUID is nobody's id: the same answer as for an unknown one. */
const ID = new ParseUUIDPipe({ exceptionFactory: notFound });

const REFUSED = ['unauthenticated', 'invalid_token', 'forbidden', 'organization_required'] as const;

/** Saved searches belong to people: an integration names its filters itself. */
@ApiTags('Биржа')
@Controller('saved-searches')
export class SavedSearchesController {
  constructor(
    private readonly searches: SavedSearches,
    private readonly createSearch: CreateSavedSearch,
    private readonly updateSearch: UpdateSavedSearch,
    private readonly deleteSearch: DeleteSavedSearch,
  ) {}

  @Get()
  @PeopleAccess('listings:browse')
  @ApiOperation({ operationId: 'listSavedSearches', summary: 'Свои сохранённые поиски по заявкам' })
  @ApiOkResponse({ type: SavedSearchesDto })
  @ApiProblems(...REFUSED)
  list(@CurrentActor() actor: Actor): Promise<SavedSearchesDto> {
    return this.searches.list(actor);
  }

  @Post()
  @PeopleAccess('listings:browse')
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'createSavedSearch', summary: 'Сохранить поиск' })
  @ApiCreatedResponse({ type: SavedSearchDto })
  @ApiProblems(...REFUSED, 'duplicate', 'validation_failed')
  create(@CurrentActor() actor: Actor, @Body() input: CreateSavedSearchDto): Promise<SavedSearchDto> {
    return this.createSearch.run(actor, input);
  }

  @Patch(':id')
  @PeopleAccess('listings:browse')
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'updateSavedSearch', summary: 'Изменить свой сохранённый поиск' })
  @ApiOkResponse({ type: SavedSearchDto })
  @ApiProblems(
    ...REFUSED,
    'not_found',
    'duplicate',
    'precondition_failed',
    'precondition_required',
    'validation_failed',
  )
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ID) id: string,
    @IfMatch() version: number,
    @Body() changes: UpdateSavedSearchDto,
  ): Promise<SavedSearchDto> {
    return this.updateSearch.run(actor, id, version, changes);
  }

  @Delete(':id')
  @PeopleAccess('listings:browse')
  @HttpCode(204)
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'deleteSavedSearch', summary: 'Удалить свой сохранённый поиск' })
  @ApiNoContentResponse()
  @ApiProblems(...REFUSED, 'not_found')
  async remove(@CurrentActor() actor: Actor, @Param('id', ID) id: string): Promise<void> {
    await this.deleteSearch.run(actor, id);
  }
}
