import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OPERATION_RESULT_DAYS } from '@praktika/contracts';
import { defineJob, Jobs } from '../../core/jobs/index.js';
import { ResultStore } from './result-store.js';

const SWEEP = defineJob({
  name: 'operations.sweep-results',
  queue: 'schedule',
  schedule: '40 3 * * *',
  atStart: true,
});

const DAY_MS = 24 * 3_600_000;

/** A file takes minutes to make; one unfinished for a day was left by a process that died. */
const ABANDONED_AFTER_MS = DAY_MS;

/** Removes, once a day, the files of operations that have outlived their days, and what crashes have left. */
@Injectable()
export class ResultSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly results: ResultStore,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(SWEEP, async () => void (await this.run()));
  }

  /** @returns how many files were removed */
  run(now = Date.now()): Promise<{ finished: number; unfinished: number }> {
    return this.results.sweep({
      finished: new Date(now - OPERATION_RESULT_DAYS * DAY_MS),
      unfinished: new Date(now - ABANDONED_AFTER_MS),
    });
  }
}
