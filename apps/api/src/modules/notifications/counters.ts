import { Injectable } from '@nestjs/common';
import { UNREAD_LIMIT } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database, type Statement } from '../../core/database/index.js';
import { UNREAD, WAITING, WAITING_APPLICATIONS } from './notifications.queries.js';

/** The numbers the cabinet shows on every page, each told up to 100. */
export interface Counters {
  readonly unreadNotifications: number;
  readonly waitingForMe: number;
  /** Incoming applications that wait for the organization's decision. */
  readonly waitingApplications: number;
}

/** Counts for the bell and for «Ждут вас». */
@Injectable()
export class CounterQueries {
  constructor(private readonly database: Database) {}

  async of(actor: Pick<Actor, 'organizationId' | 'personId' | 'permissions'>): Promise<Counters> {
    const [unread, waiting, applications] = await Promise.all([
      this.unread(actor, UNREAD_LIMIT),
      actor.permissions.has('documents:read') ? this.waiting(actor, WAITING) : 0,
      actor.permissions.has('applications:read') ? this.waiting(actor, WAITING_APPLICATIONS) : 0,
    ]);
    return { unreadNotifications: unread, waitingForMe: waiting, waitingApplications: applications };
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

  private async waiting(
    { organizationId }: Pick<Actor, 'organizationId'>,
    statement: Statement,
  ): Promise<number> {
    const [row] = await this.database.read<{ waiting: number }>({ organizationId }, statement, [
      organizationId,
      UNREAD_LIMIT,
    ]);
    return row?.waiting ?? 0;
  }
}
