import { Asn1Error, type Asn1Node } from '../asn1/node.js';
import type { CryptoProvider } from '../crypto/provider.js';
import type { Certificate } from '../x509/certificate.js';
import { acceptSignature } from './algorithm-policy.js';

/** Anything signed by a certification authority: a certificate or a revocation list. */
export interface SignedByAuthority {
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: Asn1Node;
  readonly signature: Uint8Array;
}

/** Proven and disproven signatures of objects that live long: a server's anchors, intermediates and lists. */
const proven = new WeakMap<SignedByAuthority, WeakMap<Certificate, Promise<boolean>>>();

/**
 * Is the object signed by the key of this issuer? The answer is remembered for as long as both parsed objects
 * live, so a server that parses its trust once pays for each authority's signature once.
 *
 * @throws Refusal when the algorithm or key is not accepted
 */
export async function isIssuedBy(
  object: SignedByAuthority,
  issuer: Certificate,
  provider: CryptoProvider,
): Promise<boolean> {
  const algorithm = acceptedAlgorithm(object, issuer, provider);
  if (!algorithm) return false;
  const known = proven.get(object) ?? new WeakMap<Certificate, Promise<boolean>>();
  proven.set(object, known);
  const answer =
    known.get(issuer) ??
    provider.verify({ spki: issuer.spki.raw, algorithm, data: object.tbs, signature: object.signature });
  known.set(issuer, answer);
  return answer;
}

/** Undefined when the algorithm is written so badly that nothing can be signed with it. */
function acceptedAlgorithm(object: SignedByAuthority, issuer: Certificate, provider: CryptoProvider) {
  try {
    return acceptSignature(object.signatureAlgorithm, issuer.publicKey, provider);
  } catch (error) {
    if (error instanceof Asn1Error) return undefined;
    throw error;
  }
}
