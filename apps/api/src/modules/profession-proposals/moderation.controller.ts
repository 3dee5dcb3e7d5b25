import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, PeopleAccess, type Actor } from '../../core/access/index.js';
import { ApiProblems, IfMatch } from '../../core/http/index.js';
import { ReasonDto } from '../documents/index.js';
import { CorrectProfessionDto } from '../professions/index.js';
import { ModeratedProposalsPageDto, ProposalDto } from './dto/proposal.dto.js';
import { ModeratedProposalsQueryDto } from './dto/proposals-query.dto.js';
import { ProposalStore } from './engine/proposal-store.js';
import { ApproveProposal } from './operations/approve-proposal.js';
import { ModeratorActionRoute } from './proposal-route.decorator.js';
import { Proposals } from './proposals.service.js';

/** The moderator's cabinet: what waits for moderation, and what has been decided; never a draft (domain.md §4.8). */
@ApiTags('Модерация')
@Controller('moderation/profession-proposals')
export class ModerationController {
  constructor(
    private readonly proposals: Proposals,
    private readonly store: ProposalStore,
    private readonly approval: ApproveProposal,
  ) {}

  @Get()
  @PeopleAccess('reference-data:moderate')
  @ApiOperation({
    operationId: 'listModeratedProfessionProposals',
    summary: 'Очередь «Ожидает модерации» или рассмотренные предложения',
  })
  @ApiOkResponse({ type: ModeratedProposalsPageDto })
  @ApiProblems('invalid_parameter', 'invalid_cursor', 'unauthenticated', 'forbidden')
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ModeratedProposalsQueryDto,
  ): Promise<ModeratedProposalsPageDto> {
    return this.proposals.moderated(actor, query);
  }

  @Get(':id')
  @PeopleAccess('reference-data:moderate')
  @ApiOperation({
    operationId: 'getModeratedProfessionProposal',
    summary: 'Карточка предложения для модератора',
  })
  @ApiOkResponse({ type: ProposalDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ProposalDto> {
    return this.proposals.card(actor, id);
  }

  @ModeratorActionRoute('approve')
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() corrections: CorrectProfessionDto,
  ): Promise<ProposalDto> {
    return this.proposals.cardOf(await this.approval.run(actor, id, version, corrections));
  }

  @ModeratorActionRoute('reject')
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<ProposalDto> {
    const rejected = await this.store.move(actor, { id, action: 'reject', version, reason });
    return this.proposals.cardOf(rejected!);
  }
}
