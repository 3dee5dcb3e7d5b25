import type { Statement } from '../../core/database/index.js';
import type { CertificateRecord } from './intake/signature-rows.js';
import type { StoredReport } from './verification/stored-report.js';

/** A signature in a list. */
export interface SignatureListRow {
  readonly id: string;
  readonly revision_id: string;
  readonly role: 'recipient' | 'author';
  readonly organization_id: string;
  readonly organization_name: string;
  readonly person_name: string;
  readonly position: string | null;
  readonly certificate: CertificateRecord;
  readonly level: string;
  readonly test: boolean;
  readonly claimed_at: string | null;
  readonly received_at: string;
  readonly indication: string;
}

/** Is the document there for the caller? $1 document */
export const VISIBLE_DOCUMENT: Statement = {
  name: 'signatures.document',
  text: `SELECT id FROM documents WHERE id = $1 AND status <> 'DELETED'`,
};

/** Signatures of a document in the order they came, each with its newest verdict. $1 document */
export const DOCUMENT_SIGNATURES: Statement = {
  name: 'signatures.of-document',
  text: `SELECT s.id, s.revision_id, s.role, s.organization_id, coalesce(o.short_name, o.full_name) AS organization_name,
           s.person_name, s.position, s.certificate, s.level, s.test, s.claimed_at, s.received_at,
           (SELECT v.indication FROM signature_validations v WHERE v.signature_id = s.id
             ORDER BY v.at DESC, v.id DESC LIMIT 1) AS indication
           FROM signatures s JOIN organizations o ON o.id = s.organization_id
          WHERE s.document_id = $1 ORDER BY s.received_at, s.id`,
};

export interface SignatureFileRow {
  readonly id: string;
  readonly cms: Buffer;
  readonly role: 'recipient' | 'author';
  readonly person_name: string;
  readonly document_id: string;
  readonly main_file_sha256: string;
  readonly received_at: string;
  readonly test: boolean;
}

/** One signature with its bytes and what it is over. $1 signature */
export const SIGNATURE: Statement = {
  name: 'signatures.one',
  text: `SELECT s.id, s.cms, s.role, s.person_name, s.document_id, r.main_file_sha256, s.received_at, s.test
           FROM signatures s JOIN revisions r ON r.id = s.revision_id
           JOIN documents d ON d.id = s.document_id AND d.status <> 'DELETED'
          WHERE s.id = $1`,
};

export interface ValidationReadRow {
  readonly id: string;
  readonly at: string;
  readonly report: StoredReport;
}

/** Every run of the verifier over a signature, oldest first. $1 signature */
export const VALIDATIONS: Statement = {
  name: 'signatures.validations',
  text: `SELECT id, at, report FROM signature_validations WHERE signature_id = $1 ORDER BY at, id`,
};

/** $1–$9 the columns in order */
export const INSERT_VALIDATION: Statement = {
  name: 'signatures.insert-validation',
  text: `INSERT INTO signature_validations
           (id, signature_id, at, indication, sub_indication, code, report, policy_version, crl_sha256)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};

/** A file as a revision carries it. */
export interface RevisionFile {
  readonly fileId: string;
  readonly role: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export interface BundleRow {
  readonly revision_id: string | null;
  readonly title: string;
  readonly revision_number: number;
  readonly terms_sha256: string;
  readonly main_file_sha256: string;
  readonly files: readonly RevisionFile[];
}

/** A document's revision with what goes into a bundle. $1 document, $2 revision or NULL for the current one */
export const BUNDLE: Statement = {
  name: 'signatures.bundle',
  text: `SELECT r.id AS revision_id, r.title, r.revision_number, r.terms_sha256, r.main_file_sha256, r.files
           FROM documents d LEFT JOIN revisions r
             ON r.document_id = d.id AND r.id = coalesce($2::uuid, d.current_revision_id)
          WHERE d.id = $1 AND d.status <> 'DELETED'`,
};

export interface BundleSignatureRow extends SignatureListRow {
  readonly cms: Buffer;
  readonly organization_inn: string;
  readonly organization_ogrn: string | null;
  readonly at_receipt: StoredReport;
  readonly latest: StoredReport;
  readonly latest_at: string;
}

/** Signatures of a revision with their bytes and verdicts, the recipient's first. $1 revision */
export const BUNDLE_SIGNATURES: Statement = {
  name: 'signatures.bundle-signatures',
  text: `SELECT s.id, s.revision_id, s.role, s.organization_id, coalesce(o.short_name, o.full_name) AS organization_name,
           o.inn AS organization_inn, o.ogrn AS organization_ogrn, s.person_name, s.position, s.certificate, s.level,
           s.test, s.claimed_at, s.received_at, s.cms,
           first.report AS at_receipt, newest.report AS latest, newest.at AS latest_at, newest.indication
           FROM signatures s JOIN organizations o ON o.id = s.organization_id
           JOIN LATERAL (SELECT v.report FROM signature_validations v WHERE v.signature_id = s.id
                          ORDER BY v.at, v.id LIMIT 1) first ON true
           JOIN LATERAL (SELECT v.report, v.at, v.indication FROM signature_validations v
                          WHERE v.signature_id = s.id ORDER BY v.at DESC, v.id DESC LIMIT 1) newest ON true
          WHERE s.revision_id = $1 ORDER BY s.received_at, s.id`,
};
