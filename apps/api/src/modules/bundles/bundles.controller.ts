import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BATCH_LIMIT } from '@praktika/contracts';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiProblems } from '../../core/http/index.js';
import { OperationDto } from '../operations/index.js';
import { BundleDto } from './bundles.dto.js';
import { StartBundle } from './start-bundle.js';

/** Many documents in one archive. */
@ApiTags('Действия с многими документами')
@Controller('documents/bundles')
export class BundlesController {
  constructor(private readonly bundles: StartBundle) {}

  @Post()
  @HttpCode(202)
  @Access('documents:read')
  @ApiOperation({
    operationId: 'bundleDocuments',
    summary: 'Собрать документы с подписями в один архив',
    description:
      `До ${BATCH_LIMIT} документов, папка на каждый. Ход и результат по каждому: GET /operations/{id}, ` +
      'архив: GET /operations/{id}/result.',
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
  start(@CurrentActor() actor: Actor, @Body() body: BundleDto): Promise<OperationDto> {
    return this.bundles.run(actor, body);
  }
}
