import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../core/access/index.js';
import { IfMatch } from '../../core/http/index.js';
import { ActionRoute } from './action-route.decorator.js';
import { ApproveDto, EmptyDto, ReasonDto } from './dto/actions.dto.js';
import type { DocumentCardDto } from './dto/card.dto.js';
import { ApproveDocument } from './operations/approve-document.js';
import { MoveDocument } from './operations/move-document.js';
import { cardAfter, cardOf } from './views/card.js';

/** The recipient's verbs, and declining to sign, which is whoever's turn it is. Signing lives with signatures. */
@ApiTags('Действия с документом')
@Controller('documents')
export class RecipientActionsController {
  constructor(
    private readonly approval: ApproveDocument,
    private readonly move: MoveDocument,
  ) {}

  @ActionRoute('approve', 'documents:approve')
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ApproveDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.approval.run(actor, id, body, version));
  }

  @ActionRoute('request-revision', 'documents:approve')
  async requestRevision(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<DocumentCardDto> {
    return cardAfter(await this.move.run(actor, id, 'request-revision', version, reason));
  }

  @ActionRoute('reject', 'documents:approve')
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<DocumentCardDto> {
    return cardAfter(await this.move.run(actor, id, 'reject', version, reason));
  }

  @ActionRoute('decline-signing', 'documents:approve')
  async declineSigning(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<DocumentCardDto> {
    return cardAfter(await this.move.run(actor, id, 'decline-signing', version, reason));
  }

  @ActionRoute('confirm', 'documents:confirm')
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() _body: EmptyDto,
  ): Promise<DocumentCardDto> {
    return cardAfter(await this.move.run(actor, id, 'confirm', version));
  }

  @ActionRoute('return-from-confirmation', 'documents:confirm')
  async returnFromConfirmation(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: ReasonDto,
  ): Promise<DocumentCardDto> {
    return cardAfter(await this.move.run(actor, id, 'return-from-confirmation', version, reason));
  }
}
