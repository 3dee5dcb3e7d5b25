import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../core/access/index.js';
import { OperationRoute, type OperationDto } from '../operations/index.js';
import { ExportDto } from './exports.dto.js';
import { StartExport } from './start-export.js';

/** The registry as a file. */
@ApiTags('Документы')
@Controller('documents/exports')
export class ExportsController {
  constructor(private readonly exports: StartExport) {}

  @OperationRoute('', 'documents:read', {
    operationId: 'exportDocuments',
    summary: 'Выгрузить реестр в файл',
    description:
      'XLSX или CSV (UTF-8, точка с запятой). Ход: GET /operations/{id}, файл: GET /operations/{id}/result.',
  })
  start(@CurrentActor() actor: Actor, @Body() body: ExportDto): Promise<OperationDto> {
    return this.exports.run(actor, body);
  }
}
