import type { SigningCertificate } from '@praktika/signing/browser';

type CertificateFacts = Pick<SigningCertificate, 'notBefore' | 'notAfter' | 'subject' | 'keyAlgorithm'>;

export type CertificateFault = 'EXPIRED' | 'NOT_YET_VALID' | 'OTHER_ORGANIZATION';

/** The number by which a certificate names its organization: of a legal entity, else of a sole proprietor. */
export function innOf(certificate: CertificateFacts): string | undefined {
  return certificate.subject.innLegalEntity ?? certificate.subject.inn;
}

/**
 * What can be told about a certificate before anything is signed; the server judges finally. A certificate that
 * names no organization passes here: its owner may be bound otherwise.
 */
export function faultOfCertificate(
  certificate: CertificateFacts,
  organizationInn: string | undefined,
  now: Date,
): CertificateFault | undefined {
  if (now > new Date(certificate.notAfter)) return 'EXPIRED';
  if (now < new Date(certificate.notBefore)) return 'NOT_YET_VALID';
  const inn = innOf(certificate);
  if (inn && organizationInn && inn !== organizationInn) return 'OTHER_ORGANIZATION';
  return undefined;
}

/** Keys other than ГОСТ cannot belong to a qualified certificate: what they make is a test signature. */
export function isTestKey(certificate: CertificateFacts): boolean {
  return /^(RSA|P-)/.test(certificate.keyAlgorithm);
}
