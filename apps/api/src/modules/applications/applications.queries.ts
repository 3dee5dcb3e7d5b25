import type {
  ApplicationKind,
  ApplicationState,
  ApplicationTerms,
  DocumentKind,
  DocumentSide,
  DocumentStatus,
} from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';
import type { Responsible } from '../employees/index.js';

/** One of the two organizations. */
export interface ApplicationParty {
  readonly id: string;
  readonly fullName: string;
  readonly shortName: string | null;
  readonly inn: string;
  readonly ogrn: string | null;
}

/** The attached file as both parties read it. */
export interface ApplicationFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
}

/** A contract drafted from the application, as the caller's organization sees it. */
export interface DraftedContract {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly status: DocumentStatus;
}

/** Why it was rejected, in the words of who did. */
export interface ApplicationReason {
  readonly text: string;
  readonly byName: string | null;
  readonly at: string;
}

/** The response to a listing that has become this application. */
export interface BornOfResponse {
  readonly id: string;
  readonly listingId: string;
  readonly title: string;
}

/** An application with what its rules and its card ask for. */
export interface ApplicationRow {
  readonly id: string;
  readonly kind: ApplicationKind;
  readonly status: ApplicationState;
  readonly number: number | null;
  readonly authorSide: DocumentSide;
  readonly employerId: string;
  readonly educationId: string;
  readonly author: ApplicationParty;
  readonly recipient: ApplicationParty;
  readonly recipientActs: boolean;
  readonly terms: ApplicationTerms;
  readonly missing: readonly string[];
  readonly expectsDraftContract: boolean;
  readonly file: ApplicationFile | null;
  readonly responsible: Responsible | null;
  readonly lastReason: ApplicationReason | null;
  readonly partnershipActive: boolean;
  readonly anotherOpen: boolean;
  readonly contractDrafted: boolean;
  readonly response: BornOfResponse | null;
  readonly version: number;
  readonly sentAt: string | null;
  readonly decidedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** `updatedAt` with all its digits, for the cursor. */
  readonly position: string;
}

const COLUMNS = `a.id, a.kind, a.status, a.number, a.author_side AS "authorSide", a.employer_id AS "employerId",
  a.education_organization_id AS "educationId", party_json(author) AS author, party_json(recipient) AS recipient,
  recipient.acting AS "recipientActs", a.terms, a.missing, a.expects_draft_contract AS "expectsDraftContract", a.file,
  a.responsible, a.last_reason AS "lastReason",
  EXISTS (SELECT FROM partnerships p WHERE p.employer_id = a.employer_id
    AND p.education_organization_id = a.education_organization_id AND p.status = 'ACTIVE') AS "partnershipActive",
  a.status = 'DRAFT' AND a.kind = 'PARTNERSHIP' AND EXISTS (SELECT FROM applications o
    WHERE o.employer_id = a.employer_id AND o.education_organization_id = a.education_organization_id
      AND o.kind = 'PARTNERSHIP' AND o.status = 'SENT') AS "anotherOpen",
  a.status = 'ACCEPTED' AND EXISTS (SELECT FROM documents d WHERE d.application_id = a.id
    AND d.status NOT IN ('PROJECT_REJECTED', 'WITHDRAWN', 'DELETED')) AS "contractDrafted",
  (SELECT json_build_object('id', r.id, 'listingId', r.listing_id, 'title', r.listing ->> 'title')
    FROM listing_responses r WHERE r.id = a.response_id) AS response,
  a.version, a.sent_at AS "sentAt", a.decided_at AS "decidedAt", a.created_at AS "createdAt",
  a.updated_at AS "updatedAt", a.updated_at::text AS position`;

const PARTIES = `JOIN organizations author ON author.id = a.author_id
  JOIN organizations recipient ON recipient.id = a.recipient_id`;

/** One application that row-level security lets the caller read. Values: application. */
export const APPLICATION: Statement = {
  name: 'applications.one',
  text: `SELECT ${COLUMNS} FROM applications a ${PARTIES} WHERE a.id = $1 AND a.status <> 'DELETED'`,
};

/** Contracts drafted from an application that the organization sees, newest first. Values: application, organization. */
export const DRAFTED_CONTRACTS: Statement = {
  name: 'applications.contracts',
  text: `SELECT d.id, d.kind, e.title, e.status FROM documents d
           JOIN registry_entries e ON e.document_id = d.id AND e.organization_id = $2
          WHERE d.application_id = $1 ORDER BY d.created_at DESC LIMIT 20`,
};

/**
 * The framework contract of the two organizations under which a practice can be agreed on by an annex: the one
 * concluded last. Values: organization, employer, educational organization.
 */
export const FRAMEWORK_IN_FORCE: Statement = {
  name: 'applications.framework',
  text: `SELECT d.id, e.title FROM documents d
           JOIN registry_entries e ON e.document_id = d.id AND e.organization_id = $1
          WHERE d.employer_id = $2 AND d.education_organization_id = $3 AND d.kind = 'FRAMEWORK_CONTRACT'
            AND d.status = 'CONCLUDED' ORDER BY d.concluded_at DESC, d.id DESC LIMIT 1`,
};

/** What the filters of both directions share. Values 3 to 8. */
const FILTERS = `($3::text[] IS NULL OR a.kind = ANY ($3::text[]))
  AND ($4::text[] IS NULL OR a.status = ANY ($4::text[]))
  AND ($5::uuid[] IS NULL OR partner.id = ANY ($5::uuid[]))
  AND ($6::text = '' OR partner.search_text LIKE '%' || $6::text || '%' OR a.number::text = $6::text)
  AND (a.updated_at, a.id) < ($7::timestamptz, $8::uuid)`;

const direction = (name: string, own: string, other: string, condition: string) =>
  `(SELECT a.id, a.updated_at, partner.id AS partner FROM applications a
      JOIN organizations partner ON partner.id = a.${other}
     WHERE ($2::text IS NULL OR $2::text = '${name}') AND a.${own} = $1 AND ${condition} AND ${FILTERS}
     ORDER BY a.updated_at DESC, a.id DESC LIMIT $9)`;

/**
 * «Заявки», newest change first, below a position. Values: organization, direction or NULL, kinds, statuses, partners
 * (or NULL), search text or empty, instant and id of the position, how many.
 */
export const APPLICATIONS: Statement = {
  name: 'applications.page',
  text: `SELECT ${COLUMNS}
    FROM (${direction('OUTGOING', 'author_id', 'recipient_id', `a.status <> 'DELETED'`)}
          UNION ALL
          ${direction('INCOMING', 'recipient_id', 'author_id', `a.status NOT IN ('DRAFT', 'DELETED')`)}) found
    JOIN applications a ON a.id = found.id ${PARTIES}
   ORDER BY a.updated_at DESC, a.id DESC LIMIT $9`,
};

/** The timeline, newest first; drafts and their edits are the author's own. Values: application, organization. */
export const APPLICATION_HISTORY: Statement = {
  name: 'applications.history',
  text: `SELECT h.id, h.at, h.type, h.from_status AS "from", h.to_status AS "to", h.reason,
                h.person_name AS "personName", h.organization_name AS "organizationName",
                h.token_id IS NOT NULL AS "viaToken", h.payload
           FROM history_entries h
          WHERE h.object_id = $1 AND h.object_type = 'application' AND (h.shared OR h.organization_id = $2)
          ORDER BY h.at DESC, h.id DESC LIMIT 500`,
};
