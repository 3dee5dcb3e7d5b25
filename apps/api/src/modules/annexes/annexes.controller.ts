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
import { CreateAnnexDto, UpdateAnnexDto } from './annexes.dto.js';

/** Annexes as drafts: creation and edits; their life goes on at /documents. */
@ApiTags('Приложения к рамочным договорам')
@Controller('annexes')
export class AnnexesController {
  constructor(
    private readonly create: CreateDocument,
    private readonly update: UpdateDraft,
  ) {}

  @NewDraftRoute({ operationId: 'createAnnex', summary: '«Сохранить как проект»: новое приложение' })
  async createAnnex(@CurrentActor() actor: Actor, @Body() body: CreateAnnexDto): Promise<DocumentCardDto> {
    return cardOf(await this.create.run(actor, { ...body, kind: 'FRAMEWORK_ANNEX' }));
  }

  @DraftRoute({
    operationId: 'updateAnnex',
    summary: '«Редактировать»: правка проекта приложения, в том числе автосохранение',
  })
  async updateAnnex(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: UpdateAnnexDto,
  ): Promise<DocumentCardDto> {
    return cardOf(await this.update.run(actor, id, body, version, ['FRAMEWORK_ANNEX']));
  }
}
