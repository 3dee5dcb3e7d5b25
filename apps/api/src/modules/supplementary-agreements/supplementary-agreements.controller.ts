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
import { AGREEMENT_KINDS, CreateAgreementDto, UpdateAgreementDto } from './supplementary-agreements.dto.js';

/** Agreements as drafts, by either side of the contract; their life goes on at /documents. */
@ApiTags('Дополнительные соглашения')
@Controller('supplementary-agreements')
export class SupplementaryAgreementsController {
  constructor(
    private readonly create: CreateDocument,
    private readonly update: UpdateDraft,
  ) {}

  @NewDraftRoute({
    operationId: 'createSupplementaryAgreement',
    summary: '«Сохранить как проект»: новое дополнительное соглашение',
  })
  async createAgreement(
    @CurrentActor() actor: Actor,
    @Body() body: CreateAgreementDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.create.run(actor, body));
  }

  @DraftRoute({
    operationId: 'updateSupplementaryAgreement',
    summary: '«Редактировать»: правка проекта соглашения, в том числе автосохранение',
  })
  async updateAgreement(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: UpdateAgreementDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.update.run(actor, id, body, version, AGREEMENT_KINDS));
  }
}
