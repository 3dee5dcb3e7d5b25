import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Statement } from '../../../core/database/index.js';
import { EventRelay } from '../../../core/events/index.js';

/** Listings one transaction takes down. */
const PAGE = 1_000;

/**
 * Takes down published listings whose last day is over where their organization is, each with its history entry and
 * event. What somebody else is moving at this moment is left to the next run. Values: now, the date of a drill or NULL
 * for each organization's own, how many at most.
 */
const EXPIRE: Statement = {
  name: 'listings.expire',
  text: `
    WITH due AS MATERIALIZED (
      SELECT l.id, l.organization_id, gen_random_uuid() AS event_id
        FROM listings l JOIN organizations o ON o.id = l.organization_id
       WHERE l.status = 'PUBLISHED'
         AND l.period_to < coalesce($2::date, ($1::timestamptz AT TIME ZONE 'UTC')::date + 1)
         AND l.period_to < coalesce($2::date, ($1::timestamptz AT TIME ZONE o.time_zone)::date)
       ORDER BY l.period_to LIMIT $3 FOR UPDATE OF l SKIP LOCKED),
    taken_down AS (
      UPDATE listings l SET status = 'UNPUBLISHED', unpublished_at = $1, updated_at = $1, version = version + 1
        FROM due WHERE l.id = due.id
      RETURNING l.id, l.organization_id, l.title, l.version, due.event_id),
    noted AS (
      INSERT INTO history_entries (id, at, organization_id, object_type, object_id, type, from_status, to_status)
      SELECT gen_random_uuid(), $1, organization_id, 'listing', id, 'expired', 'PUBLISHED', 'UNPUBLISHED'
        FROM taken_down),
    told AS (
      INSERT INTO outbox (event_id, organization_id, type, object_type, object_id, after, at)
      SELECT event_id, organization_id, 'listing.expire', 'listing', id,
             jsonb_build_object('status', 'UNPUBLISHED', 'version', version, 'title', title), $1
        FROM taken_down)
    SELECT count(*) AS expired FROM taken_down`,
};

/**
 * Takes a listing down when its last day is over (domain.md §4.7). Running twice, or side by side, does nothing more.
 */
@Injectable()
export class ExpireListings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  /**
   * @param date of a drill (YYYY-MM-DD): as if it were every organization's local date
   * @returns how many were taken down
   */
  async run(date: string | null = null): Promise<number> {
    let total = 0;
    for (let expired = PAGE; expired === PAGE; total += expired) {
      const values = [this.clock.now(), date, PAGE];
      const rows = await this.database.asJobs((tx) => tx.query<{ expired: number }>(EXPIRE, values));
      expired = rows[0]?.expired ?? 0;
    }
    if (total > 0) this.relay.wake();
    return total;
  }
}
