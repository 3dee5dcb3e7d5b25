import { Injectable } from '@nestjs/common';
import { UNREAD_LIMIT } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { UNREAD, WAITING } from './notifications.queries.js';

/** The two numbers the cabinet shows on every page, each told up to 100. */
export interface Counters {
  readonly unreadNotifications: number;
  readonly waitingForMe: number;
}

/** Counts for the bell and for «Ждут вас». */
@Injectable()
export class CounterQueries {
  constructor(private readonly database: Database) {}

  async of(actor: Pick<Actor, 'organizationId' | 'personId' | 'permissions'>): Promise<Counters> {
    const [unread, waiting] = await Promise.all([
      this.unread(actor, UNREAD_LIMIT),
      actor.permissions.has('documents:read') ? this.waiting(actor) : 0,
    ]);
    return { unreadNotifications: unread, waitingForMe: waiting };
  }

  /** Unread notifications of the person, counted no further than the limit. */
  async unread(actor: Pick<Actor, 'organizationId' | 'personId'>, limit: number): Promise<number> {
    const { organizationId, personId } = actor;
    const [row] = await this.database.read<{ unread: number }>({ organizationId, personId }, UNREAD, [
      organizationId,
      personId,
      limit,
    ]);
    return row?.unread ?? 0;
  }

  private async waiting({ organizationId }: Pick<Actor, 'organizationId'>): Promise<number> {
    const [row] = await this.database.read<{ waiting: number }>({ organizationId }, WAITING, [
      organizationId,
      UNREAD_LIMIT,
    ]);
    return row?.waiting ?? 0;
  }
}
