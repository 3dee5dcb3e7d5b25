import { Global, Module } from '@nestjs/common';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';
import { Purge } from './purge.js';
import { QueueBoard } from './queue-board.js';
import { QueueBoardController } from './queue-board.controller.js';
import { QueueMetrics } from './queue-metrics.js';
import { Queues } from './queues.js';
import { Scheduler } from './scheduler.js';

/** Work done outside requests: queues, schedules, workers. */
@Global()
@Module({
  controllers: [QueueBoardController],
  providers: [Queues, Jobs, Scheduler, JobRunner, Purge, QueueBoard, QueueMetrics],
  exports: [Jobs, Purge],
})
export class JobsModule {}
