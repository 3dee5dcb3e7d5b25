import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, ReadsAlong, type Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { HISTORY } from './documents.queries.js';
import { DocumentCardDto } from './dto/card.dto.js';
import { HistoryDto } from './dto/history.dto.js';
import { RegistryPageDto, RegistryQueryDto } from './dto/registry.dto.js';
import { DOCUMENT_ALONG, DocumentStore } from './engine/index.js';
import { DocumentRegistry } from './registry/registry.js';
import { cardOf } from './views/card.js';
import { historyEntryOf, type HistoryRow } from './views/history.js';

/** «Реестр документов» and the card of any kind. */
@ApiTags('Документы')
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentStore,
    private readonly registry: DocumentRegistry,
    private readonly database: Database,
  ) {}

  @Get()
  @Access('documents:read')
  @ApiOperation({ operationId: 'listDocuments', summary: 'Реестр документов' })
  @ApiOkResponse({ type: RegistryPageDto })
  @ApiProblems('invalid_parameter', 'invalid_cursor', 'unauthenticated', 'forbidden')
  list(@CurrentActor() actor: Actor, @Query() query: RegistryQueryDto): Promise<RegistryPageDto> {
    return this.registry.page(actor, query);
  }

  @Get(':id')
  @Access('documents:read')
  @ReadsAlong(DOCUMENT_ALONG)
  @ApiOperation({ operationId: 'getDocument', summary: 'Карточка документа' })
  @ApiOkResponse({ type: DocumentCardDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  async card(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DocumentCardDto> {
    return cardOf(await this.documents.read(actor, id));
  }

  @Get(':id/history')
  @Access('documents:read')
  @ApiOperation({ operationId: 'getDocumentHistory', summary: 'История документа' })
  @ApiOkResponse({ type: HistoryDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  async history(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<HistoryDto> {
    const document = await this.documents.read(actor, id);
    const rows = await this.database.read<HistoryRow>(actor, HISTORY, [id, actor.organizationId]);
    return { items: rows.map((row) => historyEntryOf(row, document.row.kind)) };
  }
}
