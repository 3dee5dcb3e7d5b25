import { Injectable } from '@nestjs/common';
import type { BatchAction } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import {
  assertNamedOnce,
  OperationRunner,
  operationOf,
  OperationStore,
  type OperationDto,
} from '../operations/index.js';

interface Item {
  readonly id: string;
  readonly version: number;
  readonly cms?: string;
}

/** Takes a batch in: nothing is judged yet but that no document is named twice. */
@Injectable()
export class StartBatch {
  constructor(
    private readonly operations: OperationStore,
    private readonly runner: OperationRunner,
  ) {}

  /**
   * @param body what goes for all documents beside them, and the documents with what goes for each
   * @throws Refusal `validation_failed` at the second mention of a document
   */
  async run(
    actor: Actor,
    action: BatchAction,
    { items, ...input }: { readonly items: readonly Item[] },
  ): Promise<OperationDto> {
    assertNamedOnce(items);
    const operation = await this.operations.add(actor, {
      kind: 'BATCH',
      action,
      input,
      items: items.map(({ id: documentId, version, cms, ...own }) => ({
        documentId,
        version,
        ...(Object.keys(own).length > 0 && { input: own }),
        ...(cms !== undefined && { cms }),
      })),
    });
    await this.runner.start(operation.id);
    return operationOf(operation);
  }
}
