import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BATCH_LIMIT } from '@praktika/contracts';
import { CurrentActor, type Actor } from '../../core/access/index.js';
import { OperationRoute, type OperationDto } from '../operations/index.js';
import { BundleDto } from './bundles.dto.js';
import { StartBundle } from './start-bundle.js';

/** Many documents in one archive. */
@ApiTags('Действия с многими документами')
@Controller('documents/bundles')
export class BundlesController {
  constructor(private readonly bundles: StartBundle) {}

  @OperationRoute('', 'documents:read', {
    operationId: 'bundleDocuments',
    summary: 'Собрать документы с подписями в один архив',
    description:
      `До ${BATCH_LIMIT} документов, папка на каждый. Ход и результат по каждому: GET /operations/{id}, ` +
      'архив: GET /operations/{id}/result.',
  })
  start(@CurrentActor() actor: Actor, @Body() body: BundleDto): Promise<OperationDto> {
    return this.bundles.run(actor, body);
  }
}
