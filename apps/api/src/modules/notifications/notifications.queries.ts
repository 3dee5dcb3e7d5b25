import type { NotificationKind } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** A notification as its reader sees it. */
export interface NotificationRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly documentId: string | null;
  /** False when the document has been deleted meanwhile. */
  readonly documentExists: boolean;
  readonly applicationId: string | null;
  readonly listingId: string | null;
  readonly listingResponseId: string | null;
  /** Of what it is about. */
  readonly objectTitle: string | null;
  readonly reason: string | null;
  readonly createdAt: string;
  /** `createdAt` with all its digits, for the cursor. */
  readonly position: string;
  readonly readAt: string | null;
}

/** Newest first, below a position. Values: organization, person, position, id, unread only, how many at most. */
export const NOTIFICATION_PAGE: Statement = {
  name: 'notifications.page',
  text: `
    SELECT n.id, n.kind, n.document_id AS "documentId", d.id IS NOT NULL AS "documentExists",
           n.application_id AS "applicationId",
           n.listing_id AS "listingId", n.listing_response_id AS "listingResponseId",
           coalesce(n.object_title, r.title) AS "objectTitle", n.text AS reason,
           n.occurred_at AS "createdAt", n.occurred_at::text AS position,
           coalesce(one.read_at, CASE WHEN n.created_at <= mark.read_up_to THEN mark.read_up_to END) AS "readAt"
      FROM notifications n
      LEFT JOIN notification_read_marks mark ON mark.person_id = $2 AND mark.organization_id = $1
      LEFT JOIN notification_reads one ON one.person_id = $2 AND one.notification_id = n.id
      LEFT JOIN documents d ON d.id = n.document_id AND d.status <> 'DELETED'
      LEFT JOIN revisions r ON r.id = d.current_revision_id
     WHERE n.organization_id = $1 AND (n.person_id IS NULL OR n.person_id = $2)
       AND n.initiator_id IS DISTINCT FROM $2
       AND (n.occurred_at, n.id) < ($3::timestamptz, $4::uuid)
       AND NOT ($5::boolean
                AND (one.read_at IS NOT NULL OR n.created_at <= coalesce(mark.read_up_to, '-infinity')))
     ORDER BY n.occurred_at DESC, n.id DESC LIMIT $6`,
};

/** Values: organization, person, limit. */
export const UNREAD: Statement = {
  name: 'notifications.unread',
  text: `
    SELECT count(*) AS unread FROM (
      SELECT FROM notifications n
       WHERE n.organization_id = $1 AND (n.person_id IS NULL OR n.person_id = $2)
         AND n.initiator_id IS DISTINCT FROM $2
         AND n.created_at > coalesce((SELECT read_up_to FROM notification_read_marks
                                       WHERE person_id = $2 AND organization_id = $1), '-infinity')
         AND NOT EXISTS (SELECT FROM notification_reads one WHERE one.person_id = $2 AND one.notification_id = n.id)
       LIMIT $3) newest`,
};

/** Values: organization, limit. */
export const WAITING: Statement = {
  name: 'notifications.waiting',
  text: `SELECT count(*) AS waiting FROM (
           SELECT FROM registry_entries WHERE organization_id = $1 AND waiting_since IS NOT NULL LIMIT $2) waiting`,
};
