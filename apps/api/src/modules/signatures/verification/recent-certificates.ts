import { createHash } from 'node:crypto';
import { parseCertificate, type Certificate } from '@praktika/signing';

/** Signers of a busy hour; a parsed certificate holds some ten kilobytes. */
const REMEMBERED = 256;

/**
 * Certificates that signatures have brought, parsed: the same person signs again, and often many documents at once.
 * Only what the bytes say is remembered; whether they are trusted is asked at every signature.
 */
export class RecentCertificates {
  private readonly certificates = new Map<string, Certificate>();

  /** @throws Asn1Error when the bytes are not a certificate */
  readonly read = (der: Uint8Array): Certificate => {
    const hash = createHash('sha256').update(der).digest('base64');
    // the bytes are a view into the whole signature file
    const certificate = this.certificates.get(hash) ?? parseCertificate(Uint8Array.from(der));
    // the one used last stands last
    this.certificates.delete(hash);
    this.certificates.set(hash, certificate);
    const [oldest] = this.certificates.keys();
    if (this.certificates.size > REMEMBERED && oldest !== undefined) this.certificates.delete(oldest);
    return certificate;
  };
}
