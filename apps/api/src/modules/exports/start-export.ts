import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/index.js';
import { OperationRunner, operationOf, OperationStore, type OperationDto } from '../operations/index.js';
import type { ExportDto } from './exports.dto.js';

/** Takes an export in. Somebody else's partner or contract in the filter matches nothing, as in the registry. */
@Injectable()
export class StartExport {
  constructor(
    private readonly operations: OperationStore,
    private readonly runner: OperationRunner,
  ) {}

  async run(actor: Actor, input: ExportDto): Promise<OperationDto> {
    const operation = await this.operations.add(actor, { kind: 'EXPORT', action: input.format, input });
    await this.runner.start(operation.id);
    return operationOf(operation);
  }
}
