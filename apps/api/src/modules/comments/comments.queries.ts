import type { Statement } from '../../core/database/index.js';

export interface Mention {
  readonly id: string;
  readonly name: string;
}

export interface CommentRow {
  readonly id: string;
  readonly threadId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly personId: string | null;
  readonly personName: string;
  readonly shared: boolean;
  readonly revisionNumber: number | null;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly at: string;
}

const COLUMNS = `c.id, c.thread_id AS "threadId", c.organization_id AS "organizationId",
  c.organization_name AS "organizationName", c.person_id AS "personId", c.person_name AS "personName", c.shared,
  r.revision_number AS "revisionNumber", c.text, c.mentions, c.at`;

/** Comments on a document that row-level security lets the caller read, the newest ones, oldest first. */
export const COMMENTS: Statement = {
  name: 'comments.list',
  text: `SELECT * FROM (
           SELECT ${COLUMNS} FROM comments c LEFT JOIN revisions r ON r.id = c.revision_id
            WHERE c.document_id = $1 ORDER BY c.at DESC, c.id DESC LIMIT $2) newest
          ORDER BY at, id`,
};

/** One comment. Values: comment. */
export const COMMENT: Statement = {
  name: 'comments.one',
  text: `SELECT ${COLUMNS} FROM comments c LEFT JOIN revisions r ON r.id = c.revision_id WHERE c.id = $1`,
};

/** The first comment of a thread of the document. Values: document, comment. */
export const THREAD: Statement = {
  name: 'comments.thread',
  text: `SELECT thread_id AS "threadId", shared FROM comments WHERE document_id = $1 AND id = $2`,
};

/** Present colleagues among these people. Values: organization, people. */
export const COLLEAGUES: Statement = {
  name: 'comments.colleagues',
  text: `SELECT p.id, concat_ws(' ', p.surname, p.given_name) AS name
           FROM memberships m JOIN people p ON p.id = m.person_id
          WHERE m.organization_id = $1 AND m.ended_at IS NULL AND p.id = ANY ($2::uuid[])`,
};

/** Values: id, document, revision, thread, organization, person, shared, text, mentions, now. */
export const INSERT_COMMENT: Statement = {
  name: 'comments.insert',
  text: `INSERT INTO comments (id, document_id, revision_id, thread_id, organization_id, person_id, person_name,
           organization_name, shared, text, mentions, at)
         SELECT $1, $2, $3, $4, $5, $6,
           coalesce((SELECT concat_ws(' ', surname, given_name, patronymic) FROM people WHERE id = $6), 'API'),
           (SELECT coalesce(short_name, full_name) FROM organizations WHERE id = $5), $7, $8, $9, $10`,
};
