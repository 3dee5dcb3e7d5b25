import { Body, Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { ReasonDto } from '../documents/index.js';
import { ApplicationActionRoute } from './action-route.decorator.js';
import { Applications } from './applications.service.js';
import { ApplicationDto, ApplicationHistoryDto, ApplicationsPageDto } from './dto/application.dto.js';
import { AcceptApplicationDto, DraftContractDto } from './dto/application-input.dto.js';
import { ApplicationsQueryDto } from './dto/applications-query.dto.js';
import { ApplicationStore } from './engine/application-store.js';
import { AcceptApplication } from './operations/accept-application.js';
import { DraftContract } from './operations/draft-contract.js';
import { SendApplication } from './operations/send-application.js';

/** «Заявки»: the list of both kinds, the card and its actions. */
@ApiTags('Заявки')
@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly applications: Applications,
    private readonly store: ApplicationStore,
    private readonly sending: SendApplication,
    private readonly acceptance: AcceptApplication,
    private readonly drafting: DraftContract,
  ) {}

  @Get()
  @Access('applications:read')
  @ApiOperation({ operationId: 'listApplications', summary: 'Заявки на партнерство и на практику' })
  @ApiOkResponse({ type: ApplicationsPageDto })
  @ApiProblems('invalid_parameter', 'invalid_cursor', 'unauthenticated', 'forbidden')
  list(@CurrentActor() actor: Actor, @Query() query: ApplicationsQueryDto): Promise<ApplicationsPageDto> {
    return this.applications.page(actor, query);
  }

  @Get(':id')
  @Access('applications:read')
  @ApiOperation({ operationId: 'getApplication', summary: 'Карточка заявки' })
  @ApiOkResponse({ type: ApplicationDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ApplicationDto> {
    return this.applications.card(actor, id);
  }

  @Get(':id/history')
  @Access('applications:read')
  @ApiOperation({ operationId: 'getApplicationHistory', summary: 'История заявки' })
  @ApiOkResponse({ type: ApplicationHistoryDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  history(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ApplicationHistoryDto> {
    return this.applications.history(actor, id);
  }

  @ApplicationActionRoute('send', 'applications:send')
  async send(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<ApplicationDto> {
    return this.applications.cardOf(await this.sending.run(actor, id, version));
  }

  @ApplicationActionRoute('accept', 'applications:decide')
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { responsible }: AcceptApplicationDto,
  ): Promise<ApplicationDto> {
    return this.applications.cardOf(await this.acceptance.run(actor, id, version, responsible));
  }

  @ApplicationActionRoute('reject', 'applications:decide')
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<ApplicationDto> {
    const rejected = await this.store.move(actor, { id, action: 'reject', version, reason });
    return this.applications.cardOf(rejected!);
  }

  @ApplicationActionRoute('withdraw', 'applications:send')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<ApplicationDto> {
    const withdrawn = await this.store.move(actor, { id, action: 'withdraw', version });
    return this.applications.cardOf(withdrawn!);
  }

  @ApplicationActionRoute('draft-contract', 'documents:draft', 'draftContract')
  async draftContract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { parentId }: DraftContractDto,
  ): Promise<ApplicationDto> {
    return this.applications.cardOf(await this.drafting.run(actor, id, version, parentId));
  }

  @Delete(':id')
  @Access('applications:draft')
  @HttpCode(204)
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'deleteApplication', summary: '«Удалить»: черновик заявки' })
  @ApiNoContentResponse()
  @ApiProblems(
    'unauthenticated',
    'forbidden',
    'insufficient_scope',
    'not_found',
    'invalid_state',
    'precondition_failed',
    'precondition_required',
  )
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.store.move(actor, { id, action: 'delete', version });
  }
}
