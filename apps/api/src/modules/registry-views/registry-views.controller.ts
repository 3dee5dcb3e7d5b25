import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
} from '@nestjs/common';
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
import { CreateRegistryView } from './operations/create-registry-view.js';
import { DefaultRegistryView } from './operations/default-registry-view.js';
import { DeleteRegistryView } from './operations/delete-registry-view.js';
import { UpdateRegistryView } from './operations/update-registry-view.js';
import {
  CreateRegistryViewDto,
  RegistryViewDto,
  RegistryViewsDto,
  UpdateRegistryViewDto,
} from './registry-views.dto.js';
import { RegistryViews } from './registry-views.service.js';

/** What is no UUID is nobody's id: the same answer as for an unknown one. */
const ID = new ParseUUIDPipe({ exceptionFactory: notFound });

const REFUSED = ['unauthenticated', 'invalid_token', 'forbidden', 'organization_required'] as const;

/** Saved views belong to people: an integration names its filters itself. */
@ApiTags('Документы')
@Controller('registry-views')
export class RegistryViewsController {
  constructor(
    private readonly views: RegistryViews,
    private readonly createView: CreateRegistryView,
    private readonly updateView: UpdateRegistryView,
    private readonly deleteView: DeleteRegistryView,
    private readonly defaultView: DefaultRegistryView,
  ) {}

  @Get()
  @PeopleAccess('documents:read')
  @ApiOperation({ operationId: 'listRegistryViews', summary: 'Сохранённые виды реестра: свои и общие' })
  @ApiOkResponse({ type: RegistryViewsDto })
  @ApiProblems(...REFUSED)
  list(@CurrentActor() actor: Actor): Promise<RegistryViewsDto> {
    return this.views.list(actor);
  }

  @Post()
  @PeopleAccess('documents:read')
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'createRegistryView', summary: 'Сохранить вид реестра' })
  @ApiCreatedResponse({ type: RegistryViewDto })
  @ApiProblems(...REFUSED, 'duplicate', 'validation_failed')
  create(@CurrentActor() actor: Actor, @Body() input: CreateRegistryViewDto): Promise<RegistryViewDto> {
    return this.createView.run(actor, input);
  }

  @Patch(':id')
  @PeopleAccess('documents:read')
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'updateRegistryView', summary: 'Изменить свой вид реестра' })
  @ApiOkResponse({ type: RegistryViewDto })
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
    @Body() changes: UpdateRegistryViewDto,
  ): Promise<RegistryViewDto> {
    return this.updateView.run(actor, id, version, changes);
  }

  @Delete(':id')
  @PeopleAccess('documents:read')
  @HttpCode(204)
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'deleteRegistryView', summary: 'Удалить свой вид реестра' })
  @ApiNoContentResponse()
  @ApiProblems(...REFUSED, 'not_found')
  async remove(@CurrentActor() actor: Actor, @Param('id', ID) id: string): Promise<void> {
    await this.deleteView.run(actor, id);
  }

  @Put(':id/default')
  @PeopleAccess('documents:read')
  @HttpCode(204)
  @ApiOperation({ operationId: 'setDefaultRegistryView', summary: 'Открывать реестр с этого вида' })
  @ApiNoContentResponse()
  @ApiProblems(...REFUSED, 'not_found')
  async setDefault(@CurrentActor() actor: Actor, @Param('id', ID) id: string): Promise<void> {
    await this.defaultView.set(actor, id);
  }

  @Delete(':id/default')
  @PeopleAccess('documents:read')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'clearDefaultRegistryView',
    summary: 'Больше не открывать реестр с этого вида',
  })
  @ApiNoContentResponse()
  @ApiProblems(...REFUSED, 'not_found')
  async clearDefault(@CurrentActor() actor: Actor, @Param('id', ID) id: string): Promise<void> {
    await this.defaultView.clear(actor, id);
  }
}
