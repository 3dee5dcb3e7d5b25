import type {
  DocumentKind,
  OperationItemStatus,
  OperationKind,
  OperationStatus,
  OrganizationSide,
  Role,
  TokenScope,
} from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** Why a document or the whole operation was refused, as it is kept and shown. */
export interface KeptProblem {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

/** What can be downloaded when an operation is done. */
export interface OperationResult {
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

/** An operation as its own person sees it. */
export interface OperationRow {
  readonly id: string;
  readonly tokenId: string | null;
  readonly kind: OperationKind;
  readonly action: string | null;
  readonly status: OperationStatus;
  readonly total: number | null;
  readonly done: number;
  readonly failed: number;
  readonly result: OperationResult | null;
  readonly problem: KeptProblem | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

const COLUMNS = `o.id, o.token_id AS "tokenId", o.kind, o.action, o.status, o.total, o.done, o.failed, o.result, o.problem,
  o.created_at AS "createdAt", o.started_at AS "startedAt", o.finished_at AS "finishedAt"`;

/** Values: operation. */
export const OPERATION: Statement = {
  name: 'operations.one',
  text: `SELECT ${COLUMNS} FROM operations o WHERE o.id = $1`,
};

/** Values: organization, person, how many, a token or NULL: it sees its own alone. Newest first. */
export const OPERATIONS: Statement = {
  name: 'operations.list',
  text: `SELECT ${COLUMNS} FROM operations o WHERE o.organization_id = $1 AND o.person_id = $2
            AND ($4::uuid IS NULL OR o.token_id = $4)
          ORDER BY o.created_at DESC, o.id DESC LIMIT $3`,
};

export interface ItemRow {
  readonly position: number;
  readonly documentId: string;
  readonly kind: DocumentKind | null;
  readonly title: string | null;
  readonly partnerName: string | null;
  readonly status: OperationItemStatus;
  readonly problem: KeptProblem | null;
}

/** Values: operation, organization, a status or NULL. What is not ours has no title. */
export const ITEMS: Statement = {
  name: 'operations.items',
  text: `SELECT i.position, i.document_id AS "documentId", e.kind, e.title, e.partner_name AS "partnerName", i.status,
                i.problem
           FROM operation_items i
           LEFT JOIN registry_entries e ON e.document_id = i.document_id AND e.organization_id = $2
          WHERE i.operation_id = $1 AND ($3::text IS NULL OR i.status = $3) ORDER BY i.position`,
};

/** How much of a person's is still to be done. Values: organization, person. */
export const UNFINISHED: Statement = {
  name: 'operations.unfinished',
  text: `SELECT count(*)::integer AS count FROM operations
          WHERE organization_id = $1 AND person_id = $2 AND status IN ('QUEUED', 'RUNNING')`,
};

/** Values: id, organization, person, token, kind, action, input, total, ip, request, now. */
export const INSERT_OPERATION: Statement = {
  name: 'operations.insert',
  text: `INSERT INTO operations (id, organization_id, person_id, token_id, kind, action, input, total, ip, request_id,
                created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};

/**
 * Values: operation, [{documentId, version?, input?, cms?: {from, length}}] in order, the place of the first, bytes of
 * their signatures, counted from 1.
 */
export const INSERT_ITEMS: Statement = {
  name: 'operations.insert-items',
  text: `INSERT INTO operation_items (operation_id, position, document_id, version, input, cms)
         SELECT $1, $3::integer + place - 1, (item ->> 'documentId')::uuid, (item ->> 'version')::integer, item -> 'input',
                convert_from(substring($4::bytea FROM (item #>> '{cms,from}')::integer
                                                 FOR (item #>> '{cms,length}')::integer), 'UTF8')
           FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY list (item, place)`,
};

/** Takes the row before its items: a part of the batch being written waits for it, and it for that. Values: operation. */
export const CANCEL: Statement = {
  name: 'operations.cancel',
  text: `UPDATE operations SET status = 'CANCELLED', finished_at = $2, leased_until = NULL
          WHERE id = $1 AND status IN ('QUEUED', 'RUNNING') RETURNING id`,
};

/** Values: operation, now. */
export const CANCEL_ITEMS: Statement = {
  name: 'operations.cancel-items',
  text: `UPDATE operation_items SET status = 'CANCELLED', input = NULL, cms = NULL, finished_at = $2
          WHERE operation_id = $1 AND status = 'QUEUED'`,
};

/** An operation as a worker takes it up, with what its asker may do today. */
export interface TakenRow {
  readonly id: string;
  readonly kind: OperationKind;
  readonly action: string | null;
  readonly input: object;
  readonly turn: number;
  readonly attempts: number;
  readonly organization_id: string;
  readonly person_id: string;
  readonly token_id: string | null;
  readonly ip: string | null;
  readonly request_id: string | null;
  readonly side: OrganizationSide;
  readonly time_zone: string;
  readonly roles: Role[] | null;
  readonly scopes: TokenScope[] | null;
  readonly token_holds: boolean;
}

/** Whose operation it is. Values: operation. For the worker, before it acts for them. */
export const ASKER: Statement = {
  name: 'operations.asker',
  text: `SELECT o.organization_id AS "organizationId", o.person_id AS "personId" FROM operations o WHERE o.id = $1`,
};

/** Takes an operation nobody works on; no row when somebody does, or it has ended. Values: operation, now, lease's end. */
export const TAKE: Statement = {
  name: 'operations.take',
  text: `WITH taken AS (
           UPDATE operations SET status = 'RUNNING', leased_until = $3, turn = turn + 1, attempts = attempts + 1,
                  started_at = coalesce(started_at, $2)
            WHERE id = $1 AND status IN ('QUEUED', 'RUNNING') AND (leased_until IS NULL OR leased_until <= $2)
           RETURNING *)
         SELECT o.id, o.kind, o.action, o.input, o.turn, o.attempts, o.organization_id, o.person_id, o.token_id, host(o.ip) AS ip,
                o.request_id, org.side, org.time_zone, m.roles, t.scopes,
                o.token_id IS NULL OR (t.revoked_at IS NULL AND t.expires_at > $2) AS token_holds
           FROM taken o JOIN organizations org ON org.id = o.organization_id
           LEFT JOIN memberships m ON m.organization_id = o.organization_id AND m.person_id = o.person_id
             AND m.ended_at IS NULL AND EXISTS (SELECT FROM people p WHERE p.id = m.person_id AND p.blocked_at IS NULL)
           LEFT JOIN api_tokens t ON t.id = o.token_id`,
};

/** Values: operation, turn, lease's end. */
export const LEASE: Statement = {
  name: 'operations.lease',
  text: `UPDATE operations SET leased_until = $3 WHERE id = $1 AND turn = $2 AND status = 'RUNNING' RETURNING id`,
};

/** Values: operation, turn, how much there is, how much is done, lease's end. */
export const PROGRESS: Statement = {
  name: 'operations.progress',
  text: `UPDATE operations SET total = $3, done = $4, leased_until = $5
          WHERE id = $1 AND turn = $2 AND status = 'RUNNING' RETURNING id`,
};

/** Holds an operation while a part of it is written; no row when it is not to be gone on with. Values: operation, turn. */
export const HOLD_TURN: Statement = {
  name: 'operations.hold-turn',
  text: `SELECT id FROM operations WHERE id = $1 AND turn = $2 AND status = 'RUNNING' FOR UPDATE`,
};

/** Values: operation, how much there is, how much more is done, how much of it in vain, lease's end. */
export const ADVANCE: Statement = {
  name: 'operations.advance',
  text: `UPDATE operations SET total = $2, done = done + $3, failed = failed + $4, leased_until = $5, attempts = 0
          WHERE id = $1`,
};

/** Values: operation, turn, status, now, result, problem. */
export const FINISH: Statement = {
  name: 'operations.finish',
  text: `UPDATE operations SET status = $3, finished_at = $4, leased_until = NULL, result = $5, problem = $6
          WHERE id = $1 AND turn = $2 AND status = 'RUNNING' RETURNING id`,
};

/** What a failed operation has left undone shares its fate. Values: operation, now, problem. */
export const FAIL_ITEMS: Statement = {
  name: 'operations.fail-items',
  text: `WITH undone AS (
           UPDATE operation_items SET status = 'FAILED', problem = $3, input = NULL, cms = NULL, finished_at = $2
            WHERE operation_id = $1 AND status = 'QUEUED' RETURNING 1)
         UPDATE operations SET failed = failed + (SELECT count(*) FROM undone) WHERE id = $1`,
};

export interface QueuedItem {
  readonly position: number;
  readonly documentId: string;
  readonly version: number | null;
}

/** Values: operation, how many. */
export const QUEUED_ITEMS: Statement = {
  name: 'operations.queued-items',
  text: `SELECT position, document_id AS "documentId", version FROM operation_items
          WHERE operation_id = $1 AND status = 'QUEUED' ORDER BY position LIMIT $2`,
};

/** What goes for one item alone. */
export interface ItemInput {
  readonly position: number;
  readonly input: object;
  readonly cms: string | null;
}

/** Values: operation, positions. */
export const ITEM_INPUTS: Statement = {
  name: 'operations.item-inputs',
  text: `SELECT position, input, cms FROM operation_items
          WHERE operation_id = $1 AND position = ANY ($2::integer[]) AND input IS NOT NULL`,
};

/** Values: actor, now, operation, turn, lease's end, marks, changes, bytes of their signatures. */
export const COMMIT: Statement = {
  name: 'operations.commit',
  text: 'SELECT operation_commit($1, $2, $3, $4, $5, $6, $7, $8) AS running',
};

/** Operations nobody works on. Values: now, how many. */
export const LEFT_BEHIND: Statement = {
  name: 'operations.left-behind',
  text: `SELECT id FROM operations WHERE status IN ('QUEUED', 'RUNNING')
            AND (leased_until IS NULL OR leased_until <= $1) ORDER BY created_at LIMIT $2`,
};
