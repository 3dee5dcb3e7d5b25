import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiProblems, IfMatch } from '../../core/http/index.js';
import { ActionRoute } from './action-route.decorator.js';
import { CloseDto, EmptyDto } from './dto/actions.dto.js';
import { DocumentCardDto } from './dto/card.dto.js';
import { CloseDocument } from './operations/close-document.js';
import { CopyDocument } from './operations/copy-document.js';
import { RemindPartner } from './operations/remind-partner.js';
import { cardOf } from './views/card.js';

/** Verbs of either side, and copying, which begets a document. */
@ApiTags('Действия с документом')
@Controller('documents')
export class SharedActionsController {
  constructor(
    private readonly close: CloseDocument,
    private readonly reminding: RemindPartner,
    private readonly copying: CopyDocument,
  ) {}

  @ActionRoute('close', 'documents:close')
  async closeContract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: CloseDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.close.run(actor, id, body, version));
  }

  @ActionRoute('remind', 'documents:send')
  async remind(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() _body: EmptyDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.reminding.run(actor, id, version));
  }

  @Post(':id/actions/copy')
  @Access('documents:draft')
  @ApiOperation({ operationId: 'copyDocument', summary: '«Создать копию»: новый проект с теми же условиями' })
  @ApiCreatedResponse({ type: DocumentCardDto })
  @ApiIdempotencyKey()
  @ApiProblems(
    'unauthenticated',
    'forbidden',
    'insufficient_scope',
    'not_found',
    'invalid_state',
    'validation_failed',
  )
  async copy(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() _body: EmptyDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.copying.run(actor, id));
  }
}
