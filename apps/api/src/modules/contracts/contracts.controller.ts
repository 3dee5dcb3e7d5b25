import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../core/access/index.js';
import { IfMatch } from '../../core/http/index.js';
import {
  cardOf,
  CreateDocument,
  DraftRoute,
  NewDraftRoute,
  UpdateDraft,
  type DocumentCardDto,
} from '../documents/index.js';
import { CONTRACT_KINDS, CreateContractDto, UpdateContractDto } from './contracts.dto.js';

/** Contracts as drafts: creation and edits; their life goes on at /documents. */
@ApiTags('Договоры')
@Controller('contracts')
export class ContractsController {
  constructor(
    private readonly create: CreateDocument,
    private readonly update: UpdateDraft,
  ) {}

  @NewDraftRoute({ operationId: 'createContract', summary: '«Сохранить как проект»: новый договор' })
  async createContract(
    @CurrentActor() actor: Actor,
    @Body() body: CreateContractDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.create.run(actor, body));
  }

  @DraftRoute({
    operationId: 'updateContract',
    summary: '«Редактировать»: правка проекта договора, в том числе автосохранение',
  })
  async updateContract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: UpdateContractDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.update.run(actor, id, body, version, CONTRACT_KINDS));
  }
}
