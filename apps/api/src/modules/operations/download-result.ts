import { Injectable } from '@nestjs/common';
import { isFinished } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { notFound, Refusal } from '../../core/errors/index.js';
import { OperationStore } from './operation-store.js';
import type { OperationResult } from './operations.queries.js';
import { ResultStore, type StoredResult } from './result-store.js';

/** Hands out what an operation has made. */
@Injectable()
export class DownloadResult {
  constructor(
    private readonly operations: OperationStore,
    private readonly results: ResultStore,
  ) {}

  /**
   * @throws Refusal `not_found` for what the actor has not asked for, what made no file, and a file that is no longer
   *   kept; `invalid_state` while it is being made
   */
  async run(actor: Actor, id: string): Promise<OperationResult & StoredResult> {
    const { status, kind, result } = await this.operations.one(actor, id);
    if (!isFinished(status)) {
      throw new Refusal('invalid_state', { detail: 'Файл ещё готовится: дождитесь окончания операции.' });
    }
    if (status !== 'DONE' || kind === 'BATCH') throw notFound();
    const stored = result === null ? undefined : await this.results.open(id);
    if (result === null || stored === undefined) {
      throw new Refusal('not_found', { detail: 'Срок хранения файла истёк: сформируйте его ещё раз.' });
    }
    return { ...result, ...stored };
  }
}
