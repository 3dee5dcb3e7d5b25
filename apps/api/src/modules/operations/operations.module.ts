import { Module } from '@nestjs/common';
import { DownloadResult } from './download-result.js';
import { OperationKinds } from './operation-kinds.js';
import { OperationRunner } from './operation-runner.js';
import { OperationStore } from './operation-store.js';
import { OperationWork } from './operation-work.js';
import { OperationsController } from './operations.controller.js';
import { ResultStore } from './result-store.js';
import { ResultSweep } from './result-sweep.js';

/** Long work with progress that survives a crash; what it does is registered by other modules. */
@Module({
  controllers: [OperationsController],
  providers: [
    OperationStore,
    OperationWork,
    OperationKinds,
    OperationRunner,
    ResultStore,
    ResultSweep,
    DownloadResult,
  ],
  exports: [OperationStore, OperationWork, OperationKinds, OperationRunner, ResultStore],
})
export class OperationsModule {}
