import type { Asn1Node } from '../asn1/node.js';
import {
  publicKeyLabel,
  readSignatureAlgorithm,
  type DigestName,
  type PublicKeyKind,
  type SignatureAlgorithm,
} from '../crypto/algorithms.js';
import type { CryptoProvider } from '../crypto/provider.js';
import { ACCEPTED_DIGESTS, MAX_RSA_BITS, MIN_RSA_BITS, REFUSED_DIGESTS } from './policy.js';
import { Refusal } from './refusal.js';
import { digestLabel, signatureLabel } from './texts.js';

/**
 * A digest the policy accepts and this installation can compute.
 *
 * @throws Refusal DIGEST_ALG for a weak one, ALG_UNSUPPORTED for an unknown one
 */
export function acceptDigest(
  digest: DigestName | { readonly oid: string },
  provider: CryptoProvider,
): DigestName {
  if (typeof digest !== 'string') throw new Refusal('ALG_UNSUPPORTED', digest.oid);
  if (REFUSED_DIGESTS.has(digest)) throw new Refusal('DIGEST_ALG', digest);
  if (!ACCEPTED_DIGESTS.has(digest) || !provider.supportsDigest(digest)) {
    throw new Refusal('ALG_UNSUPPORTED', digestLabel(digest));
  }
  return digest;
}

/** A key the policy accepts. @throws Refusal KEY_SIZE or ALG_UNSUPPORTED */
export function acceptKey(key: PublicKeyKind): void {
  if (key.kind === 'OTHER') throw new Refusal('ALG_UNSUPPORTED', key.oid);
  if (key.kind === 'RSA' && (key.bits < MIN_RSA_BITS || key.bits > MAX_RSA_BITS)) {
    throw new Refusal('KEY_SIZE', publicKeyLabel(key));
  }
}

/**
 * The algorithm of a signature made by a key of this kind, when policy and installation accept both.
 *
 * @param besideDigest the digest named beside the signature (CMS); absent in certificates and revocation lists
 * @throws Refusal KEY_SIZE, DIGEST_ALG, ALG_UNSUPPORTED or ALG_MISMATCH
 */
export function acceptSignature(
  algorithm: Asn1Node,
  key: PublicKeyKind,
  provider: CryptoProvider,
  besideDigest?: DigestName,
): SignatureAlgorithm {
  acceptKey(key);
  const signature = readSignatureAlgorithm(algorithm, key, besideDigest);
  if ('oid' in signature) throw new Refusal('ALG_UNSUPPORTED', signature.oid);
  if (REFUSED_DIGESTS.has(signature.digest)) throw new Refusal('DIGEST_ALG', signature.digest);
  if (!provider.supportsSignature(signature)) {
    throw new Refusal('ALG_UNSUPPORTED', signatureLabel(signature));
  }
  if (besideDigest && signature.digest !== besideDigest) throw new Refusal('ALG_MISMATCH');
  return signature;
}
