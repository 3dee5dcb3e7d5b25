import { NOTIFICATION_TITLES, UNREAD_LIMIT } from '@praktika/contracts';
import type { NotificationDto, UnreadCountDto } from './notifications.dto.js';
import type { NotificationRow } from './notifications.queries.js';

/** A notification for the bell: what happened above, to which document and why below. */
export function notificationDto(row: NotificationRow): NotificationDto {
  const reason = row.reason && (isComment(row.kind) ? `«${row.reason}»` : `Причина: ${row.reason}`);
  return {
    id: row.id,
    kind: row.kind,
    title: NOTIFICATION_TITLES[row.kind],
    text: [row.objectTitle, reason].filter(Boolean).join('. '),
    documentId: row.documentId,
    applicationId: row.applicationId,
    listingId: row.listingId,
    listingResponseId: row.listingResponseId,
    link: linkOf(row),
    createdAt: row.createdAt,
    readAt: row.readAt,
  };
}

const isComment = (kind: NotificationRow['kind']) => kind === 'COMMENTED' || kind === 'MENTIONED';

/** A limited count: one above the limit was asked for, to know whether there are more. */
export const unreadDto = (counted: number): UnreadCountDto =>
  counted > UNREAD_LIMIT ? { value: UNREAD_LIMIT, relation: 'gte' } : { value: counted, relation: 'eq' };

function linkOf({
  kind,
  documentId,
  documentExists,
  applicationId,
  proposalId,
  listingId,
  listingResponseId,
}: NotificationRow): string | null {
  if (kind === 'MAIL_FAILED') return '/organization';
  if (kind === 'NEW_LISTINGS_FOUND') return '/saved-searches';
  if (listingResponseId) return `/marketplace/responses/${listingResponseId}`;
  if (listingId) return `/marketplace/my/${listingId}`;
  if (applicationId) return `/applications/${applicationId}`;
  if (proposalId && kind === 'PROPOSAL_RECEIVED') return `/moderation/proposals/${proposalId}`;
  if (proposalId) return `/marketplace/proposals/${proposalId}`;
  return documentExists ? `/documents/${documentId}` : null;
}
