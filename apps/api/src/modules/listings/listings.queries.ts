import type {
  DocumentSide,
  ListingContacts,
  ListingResponseStatus,
  ListingState,
  ListingTerms,
} from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** The organization of a listing. */
export interface ListingOrganization {
  readonly id: string;
  readonly fullName: string;
  readonly shortName: string | null;
  readonly inn: string;
  readonly ogrn: string | null;
  readonly timeZone: string;
}

/** What everybody reads of a listing. */
export interface ListingSummaryRow {
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  readonly side: DocumentSide;
  /** In lists without the long texts. */
  readonly terms: ListingTerms;
  readonly publishedAt: string | null;
  readonly organization: ListingOrganization;
  /** The value the page is sorted by with all its digits, for the cursor. */
  readonly position: string;
}

/** A listing with what its rules ask for, as a list shows it. */
export interface ListingRow extends ListingSummaryRow {
  readonly status: ListingState;
  readonly missing: readonly string[];
  readonly periodTo: string | null;
  /** Responses that are not decided; of somebody else's listing only one's own is seen. */
  readonly openResponses: number;
  readonly updatedAt: string;
  readonly version: number;
}

/** The same with what the card adds. */
export interface ListingCardRow extends ListingRow {
  readonly contacts: ListingContacts;
  readonly ownResponse: { readonly id: string; readonly status: ListingResponseStatus } | null;
  readonly unpublishedAt: string | null;
  readonly createdAt: string;
}

const SUMMARY = `l.id, l.number, l.title, l.side, l.published_at AS "publishedAt", party_json(o) AS organization`;
const STANDING = `l.status, l.missing, l.period_to AS "periodTo", l.updated_at AS "updatedAt", l.version,
  (SELECT count(*) FROM listing_responses r WHERE r.listing_id = l.id AND r.status = 'SENT') AS "openResponses"`;
const WITHOUT_TEXTS = `l.terms - 'description' - 'requirements' AS terms`;

/** What a list reads of listings `l` of organizations `o`, for the signed-in and for the public. */
export const ROW_COLUMNS = `${SUMMARY}, ${WITHOUT_TEXTS}, ${STANDING}`;
export const PUBLIC_ROW_COLUMNS = `${SUMMARY}, ${WITHOUT_TEXTS}`;

/** One listing that row-level security lets the caller read. Values: listing, organization. */
export const LISTING: Statement = {
  name: 'listings.one',
  text: `SELECT ${SUMMARY}, l.terms, ${STANDING}, l.contacts, l.unpublished_at AS "unpublishedAt",
           l.created_at AS "createdAt",
           (SELECT json_build_object('id', r.id, 'status', r.status) FROM listing_responses r
             WHERE r.listing_id = l.id AND r.organization_id = $2 ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)
             AS "ownResponse"
           FROM listings l JOIN organizations o ON o.id = l.organization_id
          WHERE l.id = $1 AND l.status <> 'DELETED'`,
};

/** One published place, for anybody. Value: listing. */
export const PUBLIC_LISTING: Statement = {
  name: 'listings.public-one',
  text: `SELECT ${SUMMARY}, l.terms FROM listings l JOIN organizations o ON o.id = l.organization_id
          WHERE l.id = $1 AND l.status = 'PUBLISHED' AND l.side = 'EMPLOYER'`,
};

/**
 * «Мои заявки», newest change first, below a position. Values: organization, types, areas, statuses (or NULL), pattern
 * of the text or NULL, number searched for, instant and id of the position, how many.
 */
export const OWN_LISTINGS: Statement = {
  name: 'listings.own',
  text: `SELECT ${ROW_COLUMNS}, l.updated_at::text AS position
           FROM listings l JOIN organizations o ON o.id = l.organization_id
          WHERE l.organization_id = $1 AND l.status <> 'DELETED'
            AND ($2::text[] IS NULL OR l.type = ANY ($2::text[]))
            AND ($3::text[] IS NULL OR l.area_code = ANY ($3::text[]))
            AND ($4::text[] IS NULL OR l.status = ANY ($4::text[]))
            AND ($5::text IS NULL OR l.search_text LIKE $5::text OR l.number::text = $6::text)
            AND (l.updated_at, l.id) < ($7::timestamptz, $8::uuid)
          ORDER BY l.updated_at DESC, l.id DESC LIMIT $9`,
};

/** The timeline, newest first; it is the organization's own. Values: listing, organization. */
export const LISTING_HISTORY: Statement = {
  name: 'listings.history',
  text: `SELECT h.id, h.at, h.type, h.from_status AS "from", h.to_status AS "to", h.reason,
                h.person_name AS "personName", h.organization_name AS "organizationName",
                h.token_id IS NOT NULL AS "viaToken", h.payload
           FROM history_entries h
          WHERE h.object_id = $1 AND h.object_type = 'listing' AND h.organization_id = $2
          ORDER BY h.at DESC, h.id DESC LIMIT 500`,
};
