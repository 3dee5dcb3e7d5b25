import { Asn1Error, type Asn1Node } from '../asn1/node.js';
import { equalBytes } from '../bytes.js';
import type { SignedAttributes } from '../cms/signed-attributes.js';
import type { SignedData, SignerInfo } from '../cms/signed-data.js';
import {
  publicKeyLabel,
  readDigestAlgorithm,
  type DigestName,
  type SignatureAlgorithm,
} from '../crypto/algorithms.js';
import type { CryptoProvider } from '../crypto/provider.js';
import type { Certificate } from '../x509/certificate.js';
import { acceptDigest, acceptSignature } from './algorithm-policy.js';
import { Refusal } from './refusal.js';
import { NOTES } from './texts.js';

/** The certificates in the file that the signer's identifier names: usually one. */
export function namedCertificates(
  { id }: SignerInfo,
  certificates: readonly Certificate[],
): readonly Certificate[] {
  return certificates.filter((certificate) =>
    'issuer' in id
      ? equalBytes(certificate.issuer.der, id.issuer) && equalBytes(certificate.serialNumber, id.serialNumber)
      : certificate.subjectKeyIdentifier !== undefined &&
        equalBytes(certificate.subjectKeyIdentifier, id.keyIdentifier),
  );
}

/**
 * The signer's certificate: named by the signer's identifier and by the hash in signing-certificate-v2. The
 * second is what a swapped certificate with the same key or the same name cannot satisfy.
 *
 * @throws Refusal SIGNER_CERT_MISSING, ESS_MISMATCH, DIGEST_ALG or ALG_UNSUPPORTED
 */
export async function assertSigningCertificate(
  candidates: readonly Certificate[],
  { signingCertificate }: SignedAttributes,
  provider: CryptoProvider,
): Promise<Certificate> {
  if (candidates.length === 0) throw new Refusal('SIGNER_CERT_MISSING');
  const digest = acceptDigest(signingCertificate.digest, provider);
  for (const candidate of candidates) {
    const hash = await provider.digest(digest, [candidate.der]);
    const { serialNumber } = signingCertificate;
    if (!equalBytes(hash, signingCertificate.hash)) continue;
    if (!serialNumber || equalBytes(serialNumber, candidate.serialNumber)) return candidate;
  }
  throw new Refusal('ESS_MISMATCH');
}

/** What the document is hashed with and how the signature value is checked. */
export interface SignerAlgorithms {
  readonly digest: DigestName;
  /** Absent when there is no certificate to tell the key. */
  readonly signature?: SignatureAlgorithm;
}

/** @throws Refusal DIGEST_ALG, KEY_SIZE, ALG_UNSUPPORTED, ALG_MISMATCH or NOT_CMS */
export function assertAlgorithms(
  cms: SignedData,
  signer: SignerInfo,
  certificate: Certificate | undefined,
  provider: CryptoProvider,
  note: (detail: string) => void,
): SignerAlgorithms {
  try {
    const digest = acceptDigest(readDigestAlgorithm(signer.digestAlgorithm), provider);
    if (!cms.digestAlgorithms.some((node) => names(node, digest))) throw new Refusal('ALG_MISMATCH');
    if (!certificate) return { digest };
    note(NOTES.algorithms(digest, publicKeyLabel(certificate.publicKey)));
    return {
      digest,
      signature: acceptSignature(signer.signatureAlgorithm, certificate.publicKey, provider, digest),
    };
  } catch (error) {
    throw error instanceof Asn1Error ? new Refusal('NOT_CMS') : error;
  }
}

const names = (node: Asn1Node, digest: DigestName) => readDigestAlgorithm(node) === digest;
