import type { CryptoProvider } from '../crypto/provider.js';
import type { DigestName } from '../crypto/algorithms.js';
import type { CertificateSummary } from '../x509/describe.js';
import type { Certificate } from '../x509/certificate.js';
import type { CertificateRevocationList } from '../x509/crl.js';
import type { CheckId, FailureCode, Indication, SubIndication } from './codes.js';

/** The signed document: its bytes, its stream, or a function that opens a stream when it is needed. */
export type Content = Uint8Array | AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>);

/**
 * Whom and what to trust. Bytes are DER; already parsed objects save the parsing and let repeated verifications
 * reuse the checks made of them, so a server parses its anchors and revocation lists once.
 */
export interface Trust {
  readonly anchors: readonly (Uint8Array | Certificate)[];
  readonly intermediates?: readonly (Uint8Array | Certificate)[];
  readonly crls?: readonly (Uint8Array | CertificateRevocationList)[];
}

/** The organization the certificate must belong to (domain.md §3.4): numbers, digits only. */
export interface ExpectedOrganization {
  /** ИНН of a legal entity, 10 digits. */
  readonly innLegalEntity?: string;
  /** ОГРН, 13 digits. */
  readonly ogrn?: string;
  /** ОГРНИП of a sole proprietor, 15 digits. */
  readonly ogrnip?: string;
  /** ИНН of a sole proprietor, 12 digits. */
  readonly inn?: string;
}

/** The person the certificate must belong to: by СНИЛС when the certificate has one, else by both names. */
export interface ExpectedPerson {
  /** СНИЛС, 11 digits; separators are ignored. */
  readonly snils?: string;
  readonly surname?: string;
  /** Given name and patronymic, as a certificate writes them: «Мария Сергеевна». */
  readonly givenName?: string;
}

export interface VerificationInput {
  readonly content?: Content;
  /** Digests of the document already known to the caller; used instead of `content` when the algorithm is there. */
  readonly contentDigests?: Partial<Record<DigestName, Uint8Array>>;
  /** The signature file as it came: DER or BER, PEM, or base64. */
  readonly signature: Uint8Array;
  readonly trust: Trust;
  /** The instant to judge at: receipt of the signature (our proof of existence), or now. */
  readonly at: Date;
  readonly expected?: { readonly organization?: ExpectedOrganization; readonly person?: ExpectedPerson };
  /** Default true: without a fresh revocation list of every issuer the verdict is INDETERMINATE / TRY_LATER. */
  readonly requireRevocation?: boolean;
  /**
   * Reads a certificate that came with the signature: `parseCertificate` by default. One that gives the same object for
   * the same bytes saves a person's next signature the parsing and the check of the issuer's signature.
   *
   * @throws Asn1Error as `parseCertificate` does
   */
  readonly readCertificate?: (der: Uint8Array) => Certificate;
  readonly provider: CryptoProvider;
}

export type CheckStatus = 'PASSED' | 'FAILED' | 'UNKNOWN';

/** One line of the report. `code` is the line's id until the check fails, then the reason. */
export interface Check {
  readonly id: CheckId;
  readonly code: CheckId | FailureCode;
  readonly status: CheckStatus;
  /** Russian: what is checked. */
  readonly title: string;
  /** Russian: what was seen. */
  readonly detail?: string;
  /** Present when this line keeps the verdict from being TOTAL-PASSED. */
  readonly subIndication?: SubIndication;
}

export interface VerificationReport {
  readonly indication: Indication;
  readonly subIndication: SubIndication | null;
  /** The reason in our own closed list; null for TOTAL-PASSED. */
  readonly code: FailureCode | null;
  readonly checks: readonly Check[];
  /** The signer's certificate, as soon as it could be read. */
  readonly signer?: CertificateSummary;
  /** What the signer's computer claims, ISO 8601 UTC; proves nothing by itself. */
  readonly claimedSigningTime?: string;
  readonly digestAlgorithm?: DigestName;
  /** ISO 8601 UTC: the instant the signature was judged at. */
  readonly verifiedAt: string;
  readonly policyVersion: string;
}
