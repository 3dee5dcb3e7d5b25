import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/index.js';
import {
  assertNamedOnce,
  OperationRunner,
  operationOf,
  OperationStore,
  type OperationDto,
} from '../operations/index.js';
import type { BundleDto } from './bundles.dto.js';

/** Takes a bundle in: nothing is judged yet but that no document is named twice. */
@Injectable()
export class StartBundle {
  constructor(
    private readonly operations: OperationStore,
    private readonly runner: OperationRunner,
  ) {}

  /** @throws Refusal `validation_failed` at the second mention of a document */
  async run(actor: Actor, { items }: BundleDto): Promise<OperationDto> {
    assertNamedOnce(items);
    const documents = items.map(({ id }) => ({ documentId: id }));
    const operation = await this.operations.add(actor, { kind: 'BUNDLE', items: documents });
    await this.runner.start(operation.id);
    return operationOf(operation);
  }
}
