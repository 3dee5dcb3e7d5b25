import { Body, Controller, Get, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { REFERENCE_IMPORTS, type ImportKind } from '@praktika/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { notFound } from '../../core/errors/index.js';
import type { StoredFileDto } from '../files/index.js';
import { OperationRoute, type OperationDto } from '../operations/index.js';
import { TableRoute, TemplateRoute } from './import-routes.decorator.js';
import { ImportDto, TemplateQueryDto } from './imports.dto.js';
import { ImportSource } from './import-source.js';
import { ImportTemplates } from './import-template.js';
import { sendTemplate } from './send-template.js';
import { StartImport } from './start-import.js';

const Kind = () => ApiParam({ name: 'kind', enum: Object.keys(REFERENCE_IMPORTS) });

/** Reference data out of a table, by the moderator. */
@ApiTags('Импорт')
@Controller('imports/reference')
export class ReferenceImportController {
  constructor(
    private readonly source: ImportSource,
    private readonly templates: ImportTemplates,
    private readonly imports: StartImport,
  ) {}

  @Post('files')
  @Access('reference-data:moderate')
  @TableRoute('uploadReferenceTable', 'Загрузить таблицу справочника')
  upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<StoredFileDto> {
    return this.source.keep(actor, request);
  }

  @Get(':kind/template')
  @Access('reference-data:moderate')
  @Kind()
  @TemplateRoute('downloadReferenceTemplate', 'Скачать шаблон таблицы справочника', 'not_found')
  template(
    @Param('kind') kind: string,
    @Query() { format }: TemplateQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    return sendTemplate(reply, this.templates.make(kindOf(kind), format));
  }

  @OperationRoute(
    ':kind',
    'reference-data:moderate',
    {
      operationId: 'importReference',
      summary: 'Импортировать справочник из таблицы',
      description: 'Сначала проверьте (dryRun: true): GET /imports/{id}/rows назовёт ошибки каждой строки.',
    },
    'not_found',
  )
  @Kind()
  async start(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @Body() body: ImportDto,
  ): Promise<OperationDto> {
    return this.imports.run(actor, kindOf(kind), body);
  }
}

/** @throws Refusal `not_found` for what is not imported */
function kindOf(name: string): ImportKind {
  const kind = Object.entries(REFERENCE_IMPORTS).find(([known]) => known === name)?.[1];
  if (kind === undefined) throw notFound();
  return kind;
}
