import { Injectable } from '@nestjs/common';
import type { DocumentAction } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import {
  consequences,
  decide,
  DocumentStore,
  transitionChange,
  type Change,
  type Verb,
  type VisibleDocument,
} from '../engine/index.js';

/** Verbs that are a move and nothing more: their whole rule stands in the lifecycle table. */
export type PlainMove = Extract<
  DocumentAction,
  | 'request-revision'
  | 'reject'
  | 'reopen'
  | 'return-to-draft'
  | 'decline-signing'
  | 'withdraw'
  | 'confirm'
  | 'return-from-confirmation'
  | 'delete'
>;

export interface Move {
  readonly action: PlainMove;
  /** Required by the table for some moves, kept in the history and shown to the other side. */
  readonly reason?: string;
}

/**
 * A plain move: «Отправить на доработку», «Отклонить», «Сохранить как проект», «Вернуть в проект»,
 * «Отказаться от подписания», «Отозвать», «Подтвердить», «Вернуть», «Удалить» (manual §5, §7.2; domain.md §4.1).
 */
@Injectable()
export class MoveDocument implements Verb<Move> {
  constructor(
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** @returns the document afterwards, undefined when the move hid it («Удалить») */
  async run(
    actor: Actor,
    id: string,
    action: PlainMove,
    expectedVersion: number,
    reason?: string,
  ): Promise<VisibleDocument | undefined> {
    const document = await this.documents.read(actor, id);
    const changes = await this.plan(document, { action, reason }, expectedVersion);
    return this.documents.commit(actor, document, changes);
  }

  async plan(
    document: VisibleDocument,
    { action, reason }: Move,
    expectedVersion: number,
  ): Promise<Change[]> {
    const to = await decide(this.documents, document, action, expectedVersion, { reason });
    const now = this.clock.now();
    const concluded = to === 'CONCLUDED' ? { concluded_at: now.toISOString() } : {};
    const change = transitionChange(document, action, to, now, {
      reason: reason || undefined,
      patch: concluded,
    });
    return [change, ...(await consequences(this.documents, document, to, now))];
  }
}
