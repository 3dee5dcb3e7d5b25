import { Asn1Error } from '../asn1/node.js';
import { fromBase64 } from '../bytes.js';
import { isSelfIssued, parseCertificate, type Certificate } from './certificate.js';
import { parseCrl, type CertificateRevocationList } from './crl.js';

const PEM_BLOCK =
  /-----BEGIN (CERTIFICATE|TRUSTED CERTIFICATE|X509 CERTIFICATE|X509 CRL)-----([\s\S]+?)-----END \1-----/g;

/** What was found in a set of files: self-issued certificates are anchors, the others intermediates. */
export interface TrustFiles {
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
  readonly crls: readonly CertificateRevocationList[];
  /** Indexes of the files in which neither a certificate nor a revocation list was found. */
  readonly unreadable: readonly number[];
}

/**
 * Certificates and revocation lists of one file: DER, or PEM with any number of blocks.
 *
 * @returns an empty list when the file holds neither
 */
export function decodeTrustFile(file: Uint8Array): readonly (Certificate | CertificateRevocationList)[] {
  const blocks = file[0] === 0x30 ? [file] : pemBlocks(new TextDecoder().decode(file));
  return blocks.flatMap((der) => tryParse(parseCertificate, der) ?? tryParse(parseCrl, der) ?? []);
}

function pemBlocks(text: string): readonly Uint8Array[] {
  return [...text.matchAll(PEM_BLOCK)].flatMap(
    ([, , body = '']) => fromBase64(body.replace(/\s+/g, '')) ?? [],
  );
}

function tryParse<T>(parse: (der: Uint8Array) => T, der: Uint8Array): T | undefined {
  try {
    return parse(der);
  } catch (error) {
    if (error instanceof Asn1Error) return undefined;
    throw error;
  }
}

/** Sorts files of any kind and order into what a verification trusts. */
export function sortTrustFiles(files: readonly Uint8Array[]): TrustFiles {
  const decoded = files.map(decodeTrustFile);
  const all = decoded.flat();
  const certificates = all.filter((item): item is Certificate => 'subject' in item);
  return {
    anchors: certificates.filter(isSelfIssued),
    intermediates: certificates.filter((certificate) => !isSelfIssued(certificate)),
    crls: all.filter((item): item is CertificateRevocationList => 'thisUpdate' in item),
    unreadable: decoded.flatMap((items, index) => (items.length === 0 ? [index] : [])),
  };
}
