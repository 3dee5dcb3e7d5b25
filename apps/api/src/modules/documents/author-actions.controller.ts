import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { ActionRoute } from './action-route.decorator.js';
import { EmptyDto, OptionalReasonDto, SubmitConfirmationDto } from './dto/actions.dto.js';
import type { DocumentCardDto } from './dto/card.dto.js';
import { MoveDocument } from './operations/move-document.js';
import { SubmitDocument } from './operations/submit-document.js';
import { cardAfter, cardOf } from './views/card.js';

/** The author's verbs. */
@ApiTags('Действия с документом')
@Controller('documents')
export class AuthorActionsController {
  constructor(
    private readonly submit: SubmitDocument,
    private readonly move: MoveDocument,
  ) {}

  @ActionRoute('submit-approval', 'documents:send')
  async submitApproval(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() _body: EmptyDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.submit.run(actor, id, { action: 'submit-approval' }, version));
  }

  @ActionRoute('submit-signing', 'documents:send')
  async submitSigning(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() _body: EmptyDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.submit.run(actor, id, { action: 'submit-signing' }, version));
  }

  @ActionRoute('submit-confirmation', 'documents:send')
  async submitConfirmation(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { signedOnPaperAt }: SubmitConfirmationDto,
  ): Promise<DocumentCardDto> {
    return cardOf(
      await this.submit.run(actor, id, { action: 'submit-confirmation', signedOnPaperAt }, version),
    );
  }

  @ActionRoute('reopen', 'documents:draft')
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() _body: EmptyDto,
  ): Promise<DocumentCardDto> {
    return cardAfter(await this.move.run(actor, id, 'reopen', version));
  }

  @ActionRoute('return-to-draft', 'documents:draft')
  async returnToDraft(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() _body: EmptyDto,
  ): Promise<DocumentCardDto> {
    return cardAfter(await this.move.run(actor, id, 'return-to-draft', version));
  }

  @ActionRoute('withdraw', 'documents:withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { reason }: OptionalReasonDto,
  ): Promise<DocumentCardDto> {
    return cardAfter(await this.move.run(actor, id, 'withdraw', version, reason));
  }

  @Post(':id/actions/delete')
  @HttpCode(204)
  @Access('documents:draft')
  @ApiOperation({ operationId: 'deleteDocument', summary: '«Удалить»' })
  @ApiNoContentResponse()
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @ApiProblems(
    'unauthenticated',
    'forbidden',
    'insufficient_scope',
    'not_found',
    'invalid_state',
    'document_withdrawn',
    'precondition_failed',
    'precondition_required',
    'validation_failed',
    'unavailable',
  )
  async delete(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() _body: EmptyDto,
  ): Promise<void> {
    await this.move.run(actor, id, 'delete', version);
  }
}
