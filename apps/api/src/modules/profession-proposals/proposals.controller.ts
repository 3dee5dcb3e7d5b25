import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { ProposalInputDto } from './dto/proposal-input.dto.js';
import { ProposalDto, ProposalsPageDto } from './dto/proposal.dto.js';
import { ProposalsQueryDto } from './dto/proposals-query.dto.js';
import { ProposalStore } from './engine/proposal-store.js';
import { CreateProposal } from './operations/create-proposal.js';
import { SubmitProposal } from './operations/submit-proposal.js';
import { UpdateProposal } from './operations/update-proposal.js';
import { AuthorActionRoute } from './proposal-route.decorator.js';
import { Proposals } from './proposals.service.js';

/** Refusals of a press on what may have moved on. */
const PressProblems = () =>
  ApiProblems(
    'unauthenticated',
    'forbidden',
    'insufficient_scope',
    'not_found',
    'invalid_state',
    'precondition_failed',
    'precondition_required',
    'validation_failed',
  );

/** «Предложенные профессии» of one's own organization (manual §14.3). */
@ApiTags('Профессии')
@Controller('profession-proposals')
export class ProposalsController {
  constructor(
    private readonly proposals: Proposals,
    private readonly store: ProposalStore,
    private readonly creation: CreateProposal,
    private readonly edits: UpdateProposal,
    private readonly submitting: SubmitProposal,
  ) {}

  @Get()
  @Access('listings:read')
  @ApiOperation({ operationId: 'listProfessionProposals', summary: '«Предложенные профессии»' })
  @ApiOkResponse({ type: ProposalsPageDto })
  @ApiProblems('invalid_parameter', 'invalid_cursor', 'unauthenticated', 'forbidden', 'insufficient_scope')
  list(@CurrentActor() actor: Actor, @Query() query: ProposalsQueryDto): Promise<ProposalsPageDto> {
    return this.proposals.page(actor, query);
  }

  @Get(':id')
  @Access('listings:read')
  @ApiOperation({ operationId: 'getProfessionProposal', summary: 'Карточка предложенной профессии' })
  @ApiOkResponse({ type: ProposalDto })
  @ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'not_found')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ProposalDto> {
    return this.proposals.card(actor, id);
  }

  @Post()
  @Access('professions:propose')
  @ApiOperation({
    operationId: 'createProfessionProposal',
    summary: '«Вы можете предложить новую»: новый черновик',
  })
  @ApiCreatedResponse({ type: ProposalDto })
  @ApiIdempotencyKey()
  @ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'validation_failed')
  async create(@CurrentActor() actor: Actor, @Body() body: ProposalInputDto): Promise<ProposalDto> {
    return this.proposals.cardOf(await this.creation.run(actor, body));
  }

  @Patch(':id')
  @Access('professions:propose')
  @ApiOperation({
    operationId: 'updateProfessionProposal',
    summary: 'Правка черновика предложенной профессии',
  })
  @ApiOkResponse({ type: ProposalDto })
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @PressProblems()
  async update(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ProposalInputDto,
  ): Promise<ProposalDto> {
    return this.proposals.cardOf(await this.edits.run(actor, id, version, body));
  }

  @AuthorActionRoute('submit')
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<ProposalDto> {
    return this.proposals.cardOf(await this.submitting.run(actor, id, version));
  }

  @AuthorActionRoute('recall')
  async recall(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<ProposalDto> {
    const recalled = await this.store.move(actor, { id, action: 'recall', version });
    return this.proposals.cardOf(recalled!);
  }

  @AuthorActionRoute('reopen')
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<ProposalDto> {
    const reopened = await this.store.move(actor, { id, action: 'reopen', version });
    return this.proposals.cardOf(reopened!);
  }

  @Delete(':id')
  @Access('professions:propose')
  @HttpCode(204)
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'deleteProfessionProposal', summary: '«Удалить»: черновик предложения' })
  @ApiNoContentResponse()
  @PressProblems()
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.store.move(actor, { id, action: 'delete', version });
  }
}
