import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { OperationsModule } from '../operations/index.js';
import { SignaturesModule } from '../signatures/index.js';
import { BatchHandler } from './batch-handler.js';
import { BatchVerbs } from './batch-verbs.js';
import { BatchesController } from './batches.controller.js';
import { StartBatch } from './start-batch.js';

/** Many documents at once (manual §5, §7, as an employer's HR does them by the dozen). */
@Module({
  imports: [DocumentsModule, OperationsModule, SignaturesModule],
  controllers: [BatchesController],
  providers: [StartBatch, BatchHandler, BatchVerbs],
})
export class BatchesModule {}
