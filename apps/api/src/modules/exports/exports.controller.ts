import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiProblems } from '../../core/http/index.js';
import { OperationDto } from '../operations/index.js';
import { ExportDto } from './exports.dto.js';
import { StartExport } from './start-export.js';

/** The registry as a file. */
@ApiTags('Документы')
@Controller('documents/exports')
export class ExportsController {
  constructor(private readonly exports: StartExport) {}

  @Post()
  @HttpCode(202)
  @Access('documents:read')
  @ApiOperation({
    operationId: 'exportDocuments',
    summary: 'Выгрузить реестр в файл',
    description:
      'XLSX или CSV (UTF-8, точка с запятой). Ход: GET /operations/{id}, файл: GET /operations/{id}/result.',
  })
  @ApiAcceptedResponse({ type: OperationDto })
  @ApiIdempotencyKey()
  @ApiProblems(
    'unauthenticated',
    'forbidden',
    'insufficient_scope',
    'validation_failed',
    'rate_limited',
    'unavailable',
  )
  start(@CurrentActor() actor: Actor, @Body() body: ExportDto): Promise<OperationDto> {
    return this.exports.run(actor, body);
  }
}
