import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { downloadHeaders } from '../../core/files/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { ImportReport } from './import-report.js';
import { ImportRowsDto, ImportRowsQueryDto } from './imports.dto.js';

const PROBLEMS = ['unauthenticated', 'forbidden', 'insufficient_scope', 'not_found'] as const;

/** What came of the rows of an import. Everybody sees their own. */
@ApiTags('Импорт')
@Controller('imports')
export class ImportsController {
  constructor(private readonly report: ImportReport) {}

  @Get(':id/rows')
  @Access('operations:read')
  @ApiOperation({ operationId: 'listImportRows', summary: 'Строки импорта и результат по каждой' })
  @ApiOkResponse({ type: ImportRowsDto })
  @ApiProblems(...PROBLEMS, 'invalid_parameter', 'invalid_cursor')
  rows(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: ImportRowsQueryDto,
  ): Promise<ImportRowsDto> {
    return this.report.page(actor, id, query);
  }

  @Get(':id/report')
  @Access('operations:read')
  @ApiOperation({ operationId: 'downloadImportReport', summary: 'Скачать отчёт об импорте (CSV)' })
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, description: 'Отчёт', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(...PROBLEMS)
  async file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const content = await this.report.file(actor, id);
    void reply.headers(downloadHeaders('Отчёт об импорте.csv', 'text/csv; charset=utf-8'));
    return new StreamableFile(content);
  }
}
