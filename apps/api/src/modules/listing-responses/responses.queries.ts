import type {
  DocumentSide,
  ListingResponseStatus,
  ListingResponseTerms,
  ListingState,
  ListingTerms,
} from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';
import type { Responsible } from '../employees/index.js';
import type { ListingOrganization } from '../listings/index.js';

/** What was responded to, as it stood then. */
export interface AnsweredListing {
  readonly title: string;
  readonly number: number | null;
  readonly side: DocumentSide;
  readonly terms: ListingTerms;
}

/** Why it was rejected, in the words of who did. */
export interface ResponseReason {
  readonly text: string;
  readonly byName: string | null;
  readonly at: string;
}

/** A response with what its rules and its card ask for. */
export interface ResponseRow {
  readonly id: string;
  readonly listingId: string;
  readonly status: ListingResponseStatus;
  readonly terms: ListingResponseTerms;
  readonly listing: AnsweredListing;
  readonly author: ListingOrganization;
  /** Whose listing it is. */
  readonly owner: ListingOrganization;
  /** Where the listing stands; NULL to who may not see it any more. */
  readonly listingStatus: ListingState | null;
  readonly responsible: Responsible | null;
  readonly lastReason: ResponseReason | null;
  readonly application: { readonly id: string; readonly number: number } | null;
  readonly version: number;
  readonly sentAt: string;
  readonly decidedAt: string | null;
  readonly updatedAt: string;
  /** `updatedAt` with all its digits, for the cursor. */
  readonly position: string;
}

const COLUMNS = `r.id, r.listing_id AS "listingId", r.status, r.terms, r.listing, party_json(author) AS author,
  party_json(owner) AS owner, l.status AS "listingStatus", r.responsible, r.last_reason AS "lastReason",
  (SELECT json_build_object('id', a.id, 'number', a.number) FROM applications a WHERE a.response_id = r.id)
    AS application,
  r.version, r.sent_at AS "sentAt", r.decided_at AS "decidedAt", r.updated_at AS "updatedAt",
  r.updated_at::text AS position`;

const JOINS = `JOIN organizations author ON author.id = r.organization_id JOIN organizations owner ON owner.id = r.owner_id
  LEFT JOIN listings l ON l.id = r.listing_id AND l.status <> 'DELETED'`;

/** One response that row-level security lets the caller read. Value: response. */
export const RESPONSE: Statement = {
  name: 'listing-responses.one',
  text: `SELECT ${COLUMNS} FROM listing_responses r ${JOINS} WHERE r.id = $1`,
};

const direction = (name: string, own: string) =>
  `(SELECT r.id, r.updated_at FROM listing_responses r
     WHERE ($2::text IS NULL OR $2::text = '${name}') AND r.${own} = $1
       AND ($3::text[] IS NULL OR r.status = ANY ($3::text[]))
       AND ($4::uuid IS NULL OR r.listing_id = $4::uuid)
       AND (r.updated_at, r.id) < ($5::timestamptz, $6::uuid)
     ORDER BY r.updated_at DESC, r.id DESC LIMIT $7)`;

/**
 * «Отклики», newest change first, below a position. Values: organization, direction, statuses, listing (each NULL for
 * any), instant and id of the position, how many.
 */
export const RESPONSES: Statement = {
  name: 'listing-responses.page',
  text: `SELECT ${COLUMNS}
    FROM (${direction('OUTGOING', 'organization_id')} UNION ALL ${direction('INCOMING', 'owner_id')}) found
    JOIN listing_responses r ON r.id = found.id ${JOINS}
   ORDER BY r.updated_at DESC, r.id DESC LIMIT $7`,
};

/** The timeline, newest first. Values: response, organization. */
export const RESPONSE_HISTORY: Statement = {
  name: 'listing-responses.history',
  text: `SELECT h.id, h.at, h.type, h.from_status AS "from", h.to_status AS "to", h.reason,
                h.person_name AS "personName", h.organization_name AS "organizationName",
                h.token_id IS NOT NULL AS "viaToken", h.payload
           FROM history_entries h
          WHERE h.object_id = $1 AND h.object_type = 'listing_response' AND (h.shared OR h.organization_id = $2)
          ORDER BY h.at DESC, h.id DESC LIMIT 500`,
};
