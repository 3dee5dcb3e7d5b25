import { publicKeyLabel } from '../crypto/algorithms.js';
import { toBase64, toHex } from '../bytes.js';
import { OID } from '../oids.js';
import { parseCertificate, type Certificate } from './certificate.js';
import { formatName, nameValues } from './name.js';

/** Subject attributes of domain.md §3.4; absent ones are absent, of a repeated one the first is shown. */
export interface CertificateSubject {
  readonly cn?: string;
  readonly surname?: string;
  /** Given name and patronymic. */
  readonly givenName?: string;
  readonly title?: string;
  readonly o?: string;
  readonly inn?: string;
  readonly innLegalEntity?: string;
  readonly ogrn?: string;
  readonly ogrnip?: string;
  readonly snils?: string;
  readonly email?: string;
}

/** What people and screens need of a certificate. Instants are ISO 8601 UTC. */
export interface CertificateSummary {
  readonly subject: CertificateSubject;
  /** Issuer's common name, else its whole name. */
  readonly issuer: string;
  /** Upper-case hexadecimal. */
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly thumbprint: string;
  /** «RSA-2048», «P-256», or the algorithm's identifier when the model has no name for it. */
  readonly keyAlgorithm: string;
  /** DER in base64. */
  readonly der: string;
}

const SUBJECT: Readonly<Record<keyof CertificateSubject, string>> = {
  cn: OID.commonName,
  surname: OID.surname,
  givenName: OID.givenName,
  title: OID.title,
  o: OID.organization,
  inn: OID.inn,
  innLegalEntity: OID.innLegalEntity,
  ogrn: OID.ogrn,
  ogrnip: OID.ogrnip,
  snils: OID.snils,
  email: OID.email,
};

/**
 * Summary of one certificate, for screens and records.
 *
 * @param der one X.509 certificate
 * @throws Asn1Error when the bytes are not a certificate
 */
export async function describeCertificate(der: Uint8Array): Promise<CertificateSummary> {
  const certificate = parseCertificate(der);
  const thumbprint = await crypto.subtle.digest('SHA-256', Uint8Array.from(der));
  return summarizeCertificate(certificate, new Uint8Array(thumbprint));
}

/** The same of an already parsed certificate whose SHA-256 is known. */
export function summarizeCertificate(certificate: Certificate, thumbprint: Uint8Array): CertificateSummary {
  const subject = Object.entries(SUBJECT).flatMap(([field, oid]) => {
    const [value] = nameValues(certificate.subject, oid);
    return value ? [[field, value] as const] : [];
  });
  return {
    subject: Object.fromEntries(subject),
    issuer: nameValues(certificate.issuer, OID.commonName)[0] ?? formatName(certificate.issuer),
    serialNumber: toHex(certificate.serialNumber).toUpperCase(),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    thumbprint: toHex(thumbprint),
    keyAlgorithm: publicKeyLabel(certificate.publicKey),
    der: toBase64(certificate.der),
  };
}
