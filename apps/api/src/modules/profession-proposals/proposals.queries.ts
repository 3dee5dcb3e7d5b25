import type { ProposalAction, ProposalState, ProposalStatus } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** Why it was rejected, in the words of who did. */
export interface ProposalReason {
  readonly text: string;
  readonly byName: string | null;
  readonly at: string;
}

/** The organization that proposes, by its public part. */
export interface ProposalAuthor {
  readonly id: string;
  readonly fullName: string;
  readonly shortName: string | null;
  readonly inn: string;
  readonly ogrn: string | null;
}

/** A proposal with what its rules and its card ask for. */
export interface ProposalRow {
  readonly id: string;
  readonly author: ProposalAuthor;
  readonly status: ProposalState;
  readonly name: string;
  readonly areaCode: string | null;
  readonly areaName: string | null;
  readonly specialtyCodes: readonly string[];
  readonly description: string | null;
  readonly duties: string | null;
  readonly missing: readonly string[];
  readonly lastReason: ProposalReason | null;
  readonly profession: { readonly id: string; readonly name: string } | null;
  readonly version: number;
  readonly submittedAt: string | null;
  readonly decidedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The instant the list is ordered by, with all its digits, for the cursor. */
  readonly position: string;
}

/** A line of a proposal's history as stored. */
export interface ProposalHistoryRow {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly from: ProposalStatus | null;
  readonly to: ProposalStatus | null;
  readonly reason: string | null;
  readonly personName: string | null;
  readonly organizationName: string | null;
  readonly viaToken: boolean;
  readonly payload: { readonly action?: ProposalAction } & Record<string, unknown>;
}

const COLUMNS = `p.id, p.status, party_json(author) AS author, p.name, p.area_code AS "areaCode", a.name AS "areaName",
  p.specialty_codes AS "specialtyCodes", p.description, p.duties, p.missing, p.last_reason AS "lastReason",
  (SELECT jsonb_build_object('id', f.id, 'name', f.name) FROM professions f WHERE f.id = p.profession_id) AS profession,
  p.version, p.submitted_at AS "submittedAt", p.decided_at AS "decidedAt", p.created_at AS "createdAt",
  p.updated_at AS "updatedAt"`;

const FROM = `FROM profession_proposals p JOIN organizations author ON author.id = p.author_id
  LEFT JOIN professional_areas a ON a.code = p.area_code`;

/** One proposal that row-level security lets the caller read. Value: proposal. */
export const PROPOSAL: Statement = {
  name: 'proposals.one',
  text: `SELECT ${COLUMNS}, p.updated_at::text AS position ${FROM} WHERE p.id = $1 AND p.status <> 'DELETED'`,
};

/** What the filters of the lists share. Values 2 to 4. */
const FILTERS = `($2::text[] IS NULL OR p.status = ANY ($2::text[]))
  AND ($3::text[] IS NULL OR p.area_code = ANY ($3::text[])) AND p.search_text LIKE $4`;

/**
 * «Предложенные профессии», newest change first, below a position. Values: author, statuses, areas (or NULL), pattern of
 * the search, instant and id of the position, how many.
 */
export const PROPOSALS: Statement = {
  name: 'proposals.page',
  text: `SELECT ${COLUMNS}, p.updated_at::text AS position ${FROM}
          WHERE p.author_id = $1 AND p.status <> 'DELETED' AND ${FILTERS}
            AND (p.updated_at, p.id) < ($5::timestamptz, $6::uuid)
          ORDER BY p.updated_at DESC, p.id DESC LIMIT $7`,
};

/**
 * The moderator's queue, who waits longest first, beyond a position. Values: the moderator's organization, statuses,
 * areas (or NULL), pattern of the search, instant and id of the position, how many.
 */
export const QUEUE: Statement = {
  name: 'proposals.queue',
  text: `SELECT ${COLUMNS}, p.submitted_at::text AS position ${FROM}
          WHERE p.author_id <> $1 AND p.status = 'PENDING_MODERATION' AND ${FILTERS}
            AND (p.submitted_at, p.id) > ($5::timestamptz, $6::uuid)
          ORDER BY p.submitted_at, p.id LIMIT $7`,
};

/** What the moderator has decided, newest first, below a position. Values: as of the queue. */
export const DECIDED: Statement = {
  name: 'proposals.decided',
  text: `SELECT ${COLUMNS}, p.updated_at::text AS position ${FROM}
          WHERE p.author_id <> $1 AND p.status IN ('APPROVED', 'REJECTED') AND ${FILTERS}
            AND (p.updated_at, p.id) < ($5::timestamptz, $6::uuid)
          ORDER BY p.updated_at DESC, p.id DESC LIMIT $7`,
};

/** How many wait for moderation. Value: limit. */
export const PENDING: Statement = {
  name: 'proposals.pending',
  text: `SELECT count(*) AS pending FROM (
           SELECT FROM profession_proposals WHERE status = 'PENDING_MODERATION' LIMIT $1) pending`,
};

/** The timeline, newest first; drafts and their edits are the author's own. Values: proposal, organization. */
export const PROPOSAL_HISTORY: Statement = {
  name: 'proposals.history',
  text: `SELECT h.id, h.at, h.type, h.from_status AS "from", h.to_status AS "to", h.reason,
                h.person_name AS "personName", h.organization_name AS "organizationName",
                h.token_id IS NOT NULL AS "viaToken", h.payload
           FROM history_entries h
          WHERE h.object_id = $1 AND h.object_type = 'profession_proposal' AND (h.shared OR h.organization_id = $2)
          ORDER BY h.at DESC, h.id DESC LIMIT 200`,
};
