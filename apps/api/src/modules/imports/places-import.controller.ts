import { Body, Controller, Get, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import type { StoredFileDto } from '../files/index.js';
import { OperationRoute, type OperationDto } from '../operations/index.js';
import { TableRoute, TemplateRoute } from './import-routes.decorator.js';
import { PlacesImportDto, TemplateQueryDto } from './imports.dto.js';
import { ImportSource } from './import-source.js';
import { ImportTemplates } from './import-template.js';
import { sendTemplate } from './send-template.js';
import { StartImport } from './start-import.js';

/** «Импорт мест»: listings of one's own organization out of a table. */
@ApiTags('Импорт')
@Controller('imports/places')
export class PlacesImportController {
  constructor(
    private readonly source: ImportSource,
    private readonly templates: ImportTemplates,
    private readonly imports: StartImport,
  ) {}

  @Post('files')
  @Access('listings:draft')
  @TableRoute('uploadPlacesTable', 'Загрузить таблицу с местами')
  upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<StoredFileDto> {
    return this.source.keep(actor, request);
  }

  @Get('template')
  @Access('listings:draft')
  @TemplateRoute('downloadPlacesTemplate', 'Скачать шаблон таблицы с местами')
  template(
    @Query() { format }: TemplateQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    return sendTemplate(reply, this.templates.make('PLACES', format));
  }

  @OperationRoute('', 'listings:draft', {
    operationId: 'importPlaces',
    summary: 'Импортировать места из таблицы',
    description:
      'Сначала проверьте (dryRun: true): GET /imports/{id}/rows назовёт ошибки каждой строки. Ход: GET /operations/{id}.',
  })
  start(@CurrentActor() actor: Actor, @Body() body: PlacesImportDto): Promise<OperationDto> {
    return this.imports.run(actor, 'PLACES', body);
  }
}
