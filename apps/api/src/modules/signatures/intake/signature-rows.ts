import { createHash } from 'node:crypto';
import type { VerificationReport } from '@praktika/signing';
import type { Actor } from '../../../core/access/index.js';
import { newId } from '../../../core/ids/index.js';
import type { ExpectedIdentity } from '../verification/expected-identity.js';
import { ownerOf } from '../verification/report-view.js';
import type { Verdict } from '../verification/signature-verifier.js';
import { storedReport, type StoredReport } from '../verification/stored-report.js';
import type { SignerRow } from './intake.queries.js';

/** Columns of `signatures`, as `document_commit` takes them; it knows the frozen file of the revision itself. */
export interface SignatureRow {
  readonly id: string;
  readonly revision_id: string;
  readonly document_id: string;
  readonly organization_id: string;
  readonly person_id: string;
  readonly token_id: string | null;
  readonly role: 'recipient' | 'author';
  readonly person_name: string;
  readonly position: string | null;
  readonly cms: Uint8Array;
  readonly cms_sha256: string;
  readonly level: string;
  readonly certificate: CertificateRecord;
  readonly test: boolean;
  readonly claimed_at: string | null;
  readonly received_at: string;
}

/** What cards show of a certificate; the rest is in the signature's bytes. */
export interface CertificateRecord {
  readonly owner: string;
  readonly serialNumber: string;
  readonly issuer: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

/** Columns of `signature_validations`. */
export interface ValidationRow {
  readonly id: string;
  readonly signature_id: string;
  readonly at: string;
  readonly indication: string;
  readonly sub_indication: string | null;
  readonly code: string | null;
  readonly report: StoredReport;
  readonly policy_version: string;
  readonly crl_sha256: readonly string[];
}

/** What is signed and by which side. */
export interface SignatureTarget {
  readonly documentId: string;
  readonly revisionId: string;
  /** SHA-256 of the revision's main file: the bytes the signature must be over. */
  readonly sha256: string;
  readonly role: 'recipient' | 'author';
}

/** A verified signature as its row. */
export function signatureRow(input: {
  readonly actor: Actor;
  readonly target: SignatureTarget;
  readonly signer: SignerRow;
  readonly certificate: NonNullable<VerificationReport['signer']>;
  readonly verdict: Verdict;
  /** DER or BER, out of whatever dress it came in: one signature has one hash. */
  readonly cms: Uint8Array;
  readonly receivedAt: Date;
}): SignatureRow {
  const { actor, target, signer, certificate, verdict, cms } = input;
  return {
    id: newId(),
    revision_id: target.revisionId,
    document_id: target.documentId,
    organization_id: actor.organizationId,
    person_id: signer.personId,
    token_id: actor.tokenId ?? null,
    role: target.role,
    person_name: [signer.surname, signer.givenName, signer.patronymic].filter(Boolean).join(' '),
    position: signer.position ?? certificate.subject.title ?? null,
    cms,
    cms_sha256: createHash('sha256').update(cms).digest('hex'),
    level: 'CAdES-BES',
    certificate: {
      owner: ownerOf(certificate),
      serialNumber: certificate.serialNumber,
      issuer: certificate.issuer,
      notBefore: certificate.notBefore,
      notAfter: certificate.notAfter,
    },
    test: verdict.test,
    claimed_at: verdict.report.claimedSigningTime ?? null,
    received_at: input.receivedAt.toISOString(),
  };
}

/** A run of the verifier as its row. */
export function validationRow(
  signatureId: string,
  { report, crlHashes }: Verdict,
  expected: ExpectedIdentity,
  ranAt: Date,
): ValidationRow {
  return {
    id: newId(),
    signature_id: signatureId,
    at: ranAt.toISOString(),
    indication: report.indication,
    sub_indication: report.subIndication,
    code: report.code,
    report: storedReport(report, expected),
    policy_version: report.policyVersion,
    crl_sha256: crlHashes,
  };
}
