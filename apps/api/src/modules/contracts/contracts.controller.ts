import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { cardOf, CreateDocument, DocumentCardDto, UpdateDraft } from '../documents/index.js';
import { CreateContractDto, UpdateContractDto } from './contracts.dto.js';

/** Contracts as drafts: creation and edits; their life goes on at /documents. */
@ApiTags('Договоры')
@Controller('contracts')
export class ContractsController {
  constructor(
    private readonly create: CreateDocument,
    private readonly update: UpdateDraft,
  ) {}

  @Post()
  @Access('documents:draft')
  @ApiOperation({ operationId: 'createContract', summary: '«Сохранить как проект»: новый договор' })
  @ApiCreatedResponse({ type: DocumentCardDto })
  @ApiIdempotencyKey()
  @ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'duplicate', 'validation_failed')
  async createContract(
    @CurrentActor() actor: Actor,
    @Body() body: CreateContractDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.create.run(actor, body));
  }

  @Patch(':id')
  @Access('documents:draft')
  @ApiOperation({
    operationId: 'updateContract',
    summary: '«Редактировать»: правка проекта, в том числе автосохранение',
  })
  @ApiOkResponse({ type: DocumentCardDto })
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @ApiProblems(
    'unauthenticated',
    'forbidden',
    'insufficient_scope',
    'not_found',
    'duplicate',
    'invalid_state',
    'precondition_failed',
    'precondition_required',
    'validation_failed',
  )
  async updateContract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: UpdateContractDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.update.run(actor, id, body, version));
  }
}
