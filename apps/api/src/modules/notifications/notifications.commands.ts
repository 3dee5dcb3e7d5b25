import type { Statement } from '../../core/database/index.js';

/** Values: organization, person, notification, now. No row when the person has no such notification. */
export const MARK_READ: Statement = {
  name: 'notifications.mark-read',
  text: `
    WITH mine AS (
      SELECT id FROM notifications
       WHERE id = $3 AND organization_id = $1 AND (person_id IS NULL OR person_id = $2)
         AND initiator_id IS DISTINCT FROM $2),
    marked AS (
      INSERT INTO notification_reads (person_id, notification_id, organization_id, read_at)
      SELECT $2, id, $1, $4 FROM mine
      ON CONFLICT DO NOTHING)
    SELECT id FROM mine`,
};

/** Everything up to the newest notification counts as read. Values: organization, person. */
export const MARK_ALL_READ: Statement = {
  name: 'notifications.mark-all-read',
  text: `
    INSERT INTO notification_read_marks AS mark (person_id, organization_id, read_up_to)
    SELECT $2, $1, max(created_at) FROM notifications WHERE organization_id = $1 HAVING max(created_at) IS NOT NULL
    ON CONFLICT (person_id, organization_id)
      DO UPDATE SET read_up_to = greatest(mark.read_up_to, excluded.read_up_to)`,
};

/**
 * Values: organizations, kind, document, title, reason, initiator, event, its instant, now, application, listing,
 * response.
 */
export const NOTIFY_ORGANIZATIONS: Statement = {
  name: 'notifications.notify',
  text: `
    INSERT INTO notifications (organization_id, kind, document_id, object_title, text, initiator_id, event_id,
                               occurred_at, created_at, application_id, listing_id, listing_response_id)
    SELECT organization, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 FROM unnest($1::uuid[]) organization
    ON CONFLICT (event_id, organization_id, kind, person_id) WHERE event_id IS NOT NULL DO NOTHING`,
};

/** Values: organization, people of it, kind, document, its title, text, event, its instant, now. */
export const NOTIFY_PEOPLE: Statement = {
  name: 'notifications.notify-people',
  text: `
    INSERT INTO notifications (organization_id, person_id, kind, document_id, object_title, text, event_id,
                               occurred_at, created_at)
    SELECT $1, person, $3, $4, $5, $6, $7, $8, $9 FROM unnest($2::uuid[]) person
    ON CONFLICT (event_id, organization_id, kind, person_id) WHERE event_id IS NOT NULL DO NOTHING`,
};
