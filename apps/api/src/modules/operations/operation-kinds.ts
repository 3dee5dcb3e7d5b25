import { Injectable } from '@nestjs/common';
import type { OperationKind } from '@praktika/contracts';
import { Refusal } from '../../core/errors/index.js';
import type { OperationResult } from './operations.queries.js';
import type { RunningOperation } from './running-operation.js';

/** Whether to stop: the process is ending, and another one will go on. */
export type Interrupted = () => boolean;

/**
 * Does one kind of operation. It may be called again after a crash, and then goes on with what is left.
 *
 * @returns what can be downloaded, if anything; `'interrupted'` when it stopped before the end
 * @throws Refusal when it cannot be done at all; anything else is tried again
 */
export type OperationHandler = (
  operation: RunningOperation,
  interrupted: Interrupted,
) => Promise<OperationResult | 'interrupted' | undefined>;

/** Who does which kind; modules register theirs when they start. */
@Injectable()
export class OperationKinds {
  private readonly handlers = new Map<OperationKind, OperationHandler>();

  handle(kind: OperationKind, handler: OperationHandler): void {
    if (this.handlers.has(kind))
      throw new Refusal('internal', { detail: `operation ${kind} has two handlers` });
    this.handlers.set(kind, handler);
  }

  get(kind: OperationKind): OperationHandler | undefined {
    return this.handlers.get(kind);
  }
}
