import type {
  ApplicationKind,
  CloseMode,
  DocumentFileRole,
  DocumentKind,
  DocumentSide,
  DocumentState,
} from '@praktika/contracts';
import type { Responsible } from '../../employees/index.js';

/** A file of a draft or a revision, with what a reader needs to know of its bytes. */
export interface FileItem {
  readonly fileId: string;
  readonly role: DocumentFileRole;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
}

export interface PartyItem {
  readonly id: string;
  readonly fullName: string;
  readonly shortName: string | null;
  readonly inn: string;
  readonly ogrn: string | null;
  readonly timeZone: string;
}

export interface DraftItem {
  readonly number: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly terms: object;
  /** JSON pointers into the terms, as the kind's completeness rule gave them at the last save. */
  readonly missing: readonly string[];
  readonly files: readonly FileItem[];
}

export interface RevisionItem {
  readonly id: string;
  readonly revisionNumber: number;
  readonly number: string;
  readonly date: string;
  readonly title: string;
  readonly files: readonly FileItem[];
  /** Present on the current revision only. */
  readonly terms: object | null;
  readonly termsSha256: string;
  readonly mainFileId: string;
  readonly mainFileSha256: string;
  readonly sentAt: string;
}

export interface SignatureItem {
  readonly id: string;
  readonly role: 'author' | 'recipient';
  readonly organizationId: string;
  readonly personName: string;
  readonly position: string | null;
  readonly certificate: Readonly<Record<string, unknown>>;
  readonly test: boolean;
  readonly level: string;
  readonly claimedAt: string | null;
  readonly receivedAt: string;
  readonly revisionId: string;
}

/** Why the document came back, and from whom. */
export interface LastReason {
  readonly text: string;
  readonly action: string;
  readonly at: string;
  readonly byName?: string;
  readonly organizationName?: string;
}

/** When a party last reminded the other one by hand. */
export interface LastReminder {
  readonly at: string;
  readonly organizationId: string;
  /** That organization's date, `YYYY-MM-DD`: it reminds once a day. */
  readonly date: string;
  readonly byName?: string;
}

/** What the closing side said and attached. */
export interface CloseDetails {
  readonly organizationId: string;
  readonly comment?: string;
  readonly files: Omit<FileItem, 'role'>[];
  /** The termination agreement whose conclusion closed the contract. */
  readonly agreement?: { readonly id: string; readonly title: string };
}

/** The application a contract was drafted from. */
export interface ApplicationItem {
  readonly id: string;
  readonly kind: ApplicationKind;
  readonly number: number;
}

/** The document this one hangs on. */
export interface ParentItem {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly status: DocumentState;
  readonly title: string;
}

/** The `documents` row as PostgreSQL writes it in JSON. Instants end in `+00:00`. */
export interface DocumentRow {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly status: DocumentState;
  readonly employer_id: string;
  readonly education_organization_id: string;
  readonly author_side: DocumentSide;
  readonly author_id: string;
  readonly parent_id: string | null;
  readonly current_revision_id: string | null;
  readonly waiting_organization_id: string | null;
  readonly waiting_since: string | null;
  readonly first_sent_at: string | null;
  readonly sent_for_signing_at: string | null;
  readonly concluded_at: string | null;
  readonly signed_outside: boolean;
  readonly signed_on_paper_at: string | null;
  readonly responsible: Responsible | null;
  readonly seats: number | null;
  readonly last_reason: LastReason | null;
  readonly last_reminder: LastReminder | null;
  readonly close_mode: CloseMode | null;
  readonly close_details: CloseDetails | null;
  readonly closed_at: string | null;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** What `document_read` answers: all that a rule or a card needs, in one projection. */
export interface DocumentProjection {
  readonly document: DocumentRow;
  readonly employer: PartyItem;
  readonly education: PartyItem;
  readonly partnershipActive: boolean;
  readonly parent: ParentItem | null;
  /** The application it was drafted from, if the reader sees that. */
  readonly application: ApplicationItem | null;
  /** Documents that hang on this one and that the reader may see, counted by kind and status. */
  readonly children: readonly {
    readonly kind: DocumentKind;
    readonly status: DocumentState;
    readonly count: number;
  }[];
  /** The working draft: only in DRAFT, and only for the author (row-level security). */
  readonly draft: DraftItem | null;
  readonly revisions: readonly RevisionItem[];
  readonly signatures: readonly SignatureItem[];
}
