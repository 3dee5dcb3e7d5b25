import { Injectable } from '@nestjs/common';
import { PARTNERSHIP_STATUS_LABELS, type PartnershipStatus } from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../core/access/index.js';
import { Clock } from '../../core/clock/index.js';
import { Database, type Statement } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';
import { appendSharedEvent, EventRelay } from '../../core/events/index.js';
import { appendHistory } from '../../core/history/index.js';
import { movedOn, staleVersion } from '../../core/lifecycle/index.js';
import { END_PARTNERSHIP, PARTNERSHIP } from './partners.queries.js';

/** Names of the ending organization. Value: organization. */
const NAME: Statement = {
  name: 'partners.own-name',
  text: 'SELECT coalesce(short_name, full_name) AS name FROM organizations WHERE id = $1',
};

/**
 * «Прекратить партнёрство» (domain.md §4.5): either side, with a reason. What has been concluded stays in force; new
 * documents and applications for practice need a new partnership.
 */
@Injectable()
export class EndPartnership {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  /**
   * @param partnerId the other organization
   * @throws Refusal `not_found`, `invalid_state` when it has ended already, `precondition_failed`
   */
  async run(actor: Actor, partnerId: string, version: number, reason: string): Promise<void> {
    if (!isUuid(partnerId)) throw notFound();
    await this.database.transaction(actor, async (tx) => {
      const values = [actor.organizationId, partnerId];
      const [row] = await tx.query<{ id: string; status: PartnershipStatus; version: number }>(
        PARTNERSHIP,
        values,
      );
      if (!row) throw notFound();
      const standing = { ...row, statusLabel: PARTNERSHIP_STATUS_LABELS[row.status] };
      const tooLate = () =>
        movedOn((statement, values) => tx.query(statement, values), standing, 'Партнёрство уже');
      if (row.status === 'ENDED') throw await tooLate();
      if (row.version !== version) throw staleVersion(row.version);
      const now = this.clock.now();
      const ended = await tx.query(END_PARTNERSHIP, [row.id, version, reason, now]);
      if (ended.length === 0) throw staleVersion(row.version + 1);
      const object = { objectType: 'partnership', objectId: row.id } as const;
      await appendHistory(tx, actor, now, {
        ...object,
        type: 'partnership.ended',
        from: 'ACTIVE',
        to: 'ENDED',
        reason,
        payload: { partnerId },
      });
      const [own] = await tx.query<{ name: string }>(NAME, [actor.organizationId]);
      await appendSharedEvent(
        tx,
        actor,
        now,
        { ...object, type: 'partnership.end', after: { status: 'ENDED', partner: own?.name, reason } },
        [actor.organizationId, partnerId],
      );
    });
    this.relay.wake();
  }
}
