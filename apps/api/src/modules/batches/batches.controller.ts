import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../core/access/index.js';
import { LargeBody } from '../../core/http/index.js';
import type { OperationDto } from '../operations/index.js';
import { BatchRoute } from './batch-route.decorator.js';
import { BatchApproveDto, BatchDto, BatchReasonDto, BatchSignDto } from './batches.dto.js';
import { StartBatch } from './start-batch.js';

/** 500 signatures with their certificates: three to six kilobytes each. */
const SIGNATURES_LIMIT = 8 * 1024 * 1024;

/** One verb over many documents at once. */
@ApiTags('Действия с многими документами')
@Controller('documents/batch')
export class BatchesController {
  constructor(private readonly batches: StartBatch) {}

  @BatchRoute('approve', 'documents:approve')
  approve(@CurrentActor() actor: Actor, @Body() body: BatchApproveDto): Promise<OperationDto> {
    return this.batches.run(actor, 'approve', body);
  }

  @BatchRoute('request-revision', 'documents:approve')
  requestRevision(@CurrentActor() actor: Actor, @Body() body: BatchReasonDto): Promise<OperationDto> {
    return this.batches.run(actor, 'request-revision', body);
  }

  @BatchRoute('reject', 'documents:approve')
  reject(@CurrentActor() actor: Actor, @Body() body: BatchReasonDto): Promise<OperationDto> {
    return this.batches.run(actor, 'reject', body);
  }

  @BatchRoute('submit-signing', 'documents:send')
  submitSigning(@CurrentActor() actor: Actor, @Body() body: BatchDto): Promise<OperationDto> {
    return this.batches.run(actor, 'submit-signing', body);
  }

  @BatchRoute('confirm', 'documents:confirm')
  confirm(@CurrentActor() actor: Actor, @Body() body: BatchDto): Promise<OperationDto> {
    return this.batches.run(actor, 'confirm', body);
  }

  @BatchRoute('sign', 'documents:sign')
  @LargeBody(SIGNATURES_LIMIT)
  sign(@CurrentActor() actor: Actor, @Body() body: BatchSignDto): Promise<OperationDto> {
    return this.batches.run(actor, 'sign', body);
  }
}
