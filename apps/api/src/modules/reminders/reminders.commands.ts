import type { Statement } from '../../core/database/index.js';

/**
 * The reminder scan (domain.md §0.5). What is due on a date is said once, by the SQL function `reminder_due_before`;
 * the statements share the notion of an awaited signature with the partial index `documents_awaiting_signature`.
 */

/**
 * Opens the day of every organization that has something due, whose local time has passed the hour and whose local
 * date has no row yet. Values: now, hour, days. No row for a day that is open or finished: once a day is enough.
 */
export const OPEN_DUE_DAYS: Statement = {
  name: 'reminders.open-due-days',
  text: `
    WITH RECURSIVE awaited (organization_id) AS (
      (SELECT waiting_organization_id FROM documents WHERE status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT')
        ORDER BY waiting_organization_id LIMIT 1)
      UNION ALL
      SELECT (SELECT d.waiting_organization_id FROM documents d
               WHERE d.status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT')
                 AND d.waiting_organization_id > awaited.organization_id
               ORDER BY d.waiting_organization_id LIMIT 1)
        FROM awaited WHERE awaited.organization_id IS NOT NULL)
    INSERT INTO reminder_days (organization_id, local_date)
    SELECT o.id, ($1::timestamptz AT TIME ZONE o.time_zone)::date
      FROM awaited JOIN organizations o ON o.id = awaited.organization_id
     WHERE extract(hour FROM $1::timestamptz AT TIME ZONE o.time_zone) >= $2
       AND EXISTS (
         SELECT FROM documents d
          WHERE d.waiting_organization_id = o.id AND d.status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT')
            AND d.waiting_since < reminder_due_before(
              ($1::timestamptz AT TIME ZONE o.time_zone)::date, $3, o.time_zone))
    ON CONFLICT DO NOTHING RETURNING 1`,
};

/**
 * Opens the day D of every organization in which something due on D has no reminder yet; a finished day is opened
 * again for it. Values: D, days.
 */
export const OPEN_DATE: Statement = {
  name: 'reminders.open-date',
  text: `
    INSERT INTO reminder_days AS day (organization_id, local_date)
    SELECT DISTINCT d.waiting_organization_id, $1::date
      FROM documents d
      JOIN (SELECT id, reminder_due_before($1, $2, time_zone) AS due_before
              FROM organizations) o ON o.id = d.waiting_organization_id
     WHERE d.status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT') AND d.waiting_since < o.due_before
       AND NOT EXISTS (
         SELECT FROM notifications n
          WHERE n.document_id = d.id AND n.organization_id = d.waiting_organization_id AND n.local_date = $1::date)
    ON CONFLICT (organization_id, local_date) DO UPDATE
      SET finished_at = NULL, reached_since = NULL, reached_document = NULL
      WHERE day.finished_at IS NOT NULL
    RETURNING 1`,
};

/** Number of the advisory lock under which one scanner at a time opens days or takes a page. */
export const SCAN_LOCK = 7_236_147;

export const TAKE_TURN: Statement = { name: 'reminders.take-turn', text: 'SELECT pg_advisory_xact_lock($1)' };

/**
 * Settings of a transaction that serves a page: it may wait for another scanner's page, and it walks along indexes
 * whatever the statistics say, which know nothing yet of the rows the scan itself is writing.
 */
export const PAGEWISE: Statement = {
  name: 'reminders.pagewise',
  text: `SELECT set_config('lock_timeout', '30s', true), set_config('statement_timeout', '30s', true),
                set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
};

/** Settings of a transaction that compares whole tables: one pass over each, never a look-up per row. */
export const WHOLESALE: Statement = {
  name: 'reminders.wholesale',
  text: `SELECT set_config('lock_timeout', '30s', true), set_config('statement_timeout', '60s', true),
                set_config('enable_nestloop', 'off', true)`,
};

/** What one page did. */
export interface ScanPage {
  /** Reminders written. */
  readonly reminders: number;
  /** Digests ordered. */
  readonly mails: number;
  /** Organizations whose bell has changed. */
  readonly told: string[];
  /** Open days it looked at; none ends the scan. */
  readonly days: number;
}

/**
 * One page of the scan: the next documents of the open days in the order of (organization, waiting_since, id), a
 * reminder for each that has none, the new cursor, and for each organization that is through its digest and the end
 * of its day. All or nothing; the unique key makes a reminder exist once whoever scans.
 *
 * Values: now; the date of a drill, or NULL for each organization's present date; days; how many documents at most.
 */
export const SCAN_PAGE: Statement = {
  name: 'reminders.scan-page',
  text: `
    WITH open_days AS MATERIALIZED (
      SELECT day.organization_id, day.local_date, day.reached_since, day.reached_document,
             reminder_due_before(day.local_date, $3, o.time_zone) AS due_before
        FROM reminder_days day JOIN organizations o ON o.id = day.organization_id
       WHERE day.finished_at IS NULL
         AND day.local_date = coalesce($2::date, ($1::timestamptz AT TIME ZONE o.time_zone)::date)
       ORDER BY day.organization_id LIMIT 1000),
    page AS MATERIALIZED (
      SELECT day.organization_id, day.local_date, due.id, due.waiting_since
        FROM open_days day
       CROSS JOIN LATERAL (
         SELECT d.id, d.waiting_since FROM documents d
          WHERE d.waiting_organization_id = day.organization_id
            AND d.status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT')
            AND d.waiting_since < day.due_before
            AND (d.waiting_since, d.id) > (coalesce(day.reached_since, '-infinity'),
              coalesce(day.reached_document, '00000000-0000-0000-0000-000000000000'))
          ORDER BY d.waiting_since, d.id LIMIT $4) due
       LIMIT $4),
    last AS (
      SELECT organization_id, waiting_since, id FROM page
       ORDER BY organization_id DESC, waiting_since DESC, id DESC LIMIT 1),
    written AS (
      INSERT INTO notifications (organization_id, kind, document_id, local_date, occurred_at, created_at)
      SELECT page.organization_id, 'SIGNATURE_REMINDER', page.id, page.local_date, $1, $1
        FROM page
      ON CONFLICT DO NOTHING RETURNING organization_id),
    -- A full page may end inside its last organization; everybody before it is through.
    progress AS (
      UPDATE reminder_days day SET
        finished_at = CASE WHEN full_page AND day.organization_id = last.organization_id THEN NULL
                           ELSE $1::timestamptz END,
        reached_since = CASE WHEN day.organization_id = last.organization_id THEN last.waiting_since
                             ELSE day.reached_since END,
        reached_document = CASE WHEN day.organization_id = last.organization_id THEN last.id
                                ELSE day.reached_document END
        FROM open_days o
        CROSS JOIN (SELECT (SELECT count(*) FROM page) >= $4 AS full_page) size
        LEFT JOIN last ON true
       WHERE day.organization_id = o.organization_id AND day.local_date = o.local_date
         AND (NOT full_page OR o.organization_id <= last.organization_id)
      RETURNING day.organization_id, day.local_date, day.finished_at),
    digests AS (
      INSERT INTO mails (key, organization_id, template, parameters, next_attempt_at, created_at)
      SELECT 'reminder-digest:' || through.organization_id || ':' || through.local_date, through.organization_id,
             'reminder-digest',
             jsonb_build_object('organizationId', through.organization_id, 'date', through.local_date), $1, $1
        FROM progress through
       WHERE through.finished_at IS NOT NULL
      ON CONFLICT (key) DO NOTHING RETURNING 1)
    SELECT (SELECT count(*) FROM written) AS reminders,
           (SELECT count(*) FROM digests) AS mails,
           ARRAY(SELECT DISTINCT organization_id FROM written) AS told,
           (SELECT count(*) FROM open_days) AS days`,
};
