import type { CommentDto } from './comments.dto.js';
import type { CommentRow } from './comments.queries.js';

/** A comment as a reader of an organization sees it: colleagues are named, the other party's are not. */
export function commentOf(row: CommentRow, organizationId: string): CommentDto {
  const own = row.organizationId === organizationId;
  return {
    id: row.id,
    threadId: row.threadId,
    visibility: row.shared ? 'SHARED' : 'INTERNAL',
    personName: row.personName,
    organizationName: row.organizationName,
    own,
    revisionNumber: row.revisionNumber,
    text: row.text,
    mentions: own ? [...row.mentions] : [],
    at: row.at,
  };
}
