import { equalBytes } from '../bytes.js';
import { Asn1Error } from '../asn1/node.js';
import { parseCertificate, type Certificate } from '../x509/certificate.js';
import { parseCrl, type CertificateRevocationList } from '../x509/crl.js';
import type { Trust } from './types.js';

/** Trust with everything parsed. */
export interface ParsedTrust {
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
  readonly crls: readonly CertificateRevocationList[];
}

/**
 * Parses what is trusted. Do it once and pass the result to every verification.
 *
 * @throws Asn1Error when one of the files is broken: trust is configured, so it must not fail silently
 */
export function parseTrust({ anchors, intermediates = [], crls = [] }: Trust): ParsedTrust {
  return {
    anchors: anchors.map((item) => (item instanceof Uint8Array ? parseCertificate(item) : item)),
    intermediates: intermediates.map((item) => (item instanceof Uint8Array ? parseCertificate(item) : item)),
    crls: crls.map((item) => (item instanceof Uint8Array ? parseCrl(item) : item)),
  };
}

/**
 * Certificates that came inside a signature file. They may stand between the signer and an anchor and are never
 * trusted by themselves; one that cannot be read is as good as absent.
 *
 * @param read `parseCertificate`, or one that remembers
 */
export function parseUntrusted(
  encoded: readonly Uint8Array[],
  known: readonly Certificate[],
  read: (der: Uint8Array) => Certificate,
): readonly Certificate[] {
  return encoded.flatMap((der) => {
    const same = known.find((certificate) => equalBytes(certificate.der, der));
    if (same) return [same];
    try {
      return [read(der)];
    } catch (error) {
      if (error instanceof Asn1Error) return [];
      throw error;
    }
  });
}
