import { Injectable } from '@nestjs/common';
import { UNREAD_LIMIT } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import { Signals, type LiveSignal } from '../../../core/events/index.js';
import { unreadDto } from '../notification.view.js';
import { MARK_ALL_READ, MARK_READ } from '../notifications.commands.js';
import type { UnreadDto } from '../notifications.dto.js';
import { UNREAD } from '../notifications.queries.js';

/** Read marks: each person's own, in each organization; the person's other pages hear of it at once. */
@Injectable()
export class ReadNotifications {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signals: Signals,
  ) {}

  /** Marks one as read; reading it twice changes nothing. @throws Refusal `not_found` */
  one(actor: Actor, id: string): Promise<UnreadDto> {
    const { organizationId, personId } = actor;
    return this.database.transaction(actor, async (tx) => {
      const found = await tx.query(MARK_READ, [organizationId, personId, id, this.clock.now()]);
      if (found.length === 0) throw notFound();
      const left = await this.left(tx, actor);
      // With nothing left one mark says the same as many, and the next count has less to look through.
      if (left === 0) await tx.query(MARK_ALL_READ, [organizationId, personId]);
      return this.told(tx, actor, left);
    });
  }

  /** Marks everything as read that is there now. */
  all(actor: Actor): Promise<UnreadDto> {
    return this.database.transaction(actor, async (tx) => {
      await tx.query(MARK_ALL_READ, [actor.organizationId, actor.personId]);
      return this.told(tx, actor, await this.left(tx, actor));
    });
  }

  private async left(tx: Transaction, { organizationId, personId }: Actor): Promise<number> {
    const [row] = await tx.query<{ unread: number }>(UNREAD, [organizationId, personId, UNREAD_LIMIT + 1]);
    return row?.unread ?? 0;
  }

  private async told(tx: Transaction, { organizationId, personId }: Actor, left: number): Promise<UnreadDto> {
    const signal: LiveSignal = { organizationIds: [organizationId], personId };
    await this.signals.send(tx, 'praktika_live', JSON.stringify(signal));
    return { unread: unreadDto(left) };
  }
}
