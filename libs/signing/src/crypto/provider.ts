import type { DigestName, SignatureAlgorithm } from './algorithms.js';

/** A check of one signature value: was `signature` made over `data` by the key in `spki`? */
export interface SignatureCheck {
  /** DER of SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * The cryptography behind the verifier. Everything else in the verifier is arithmetic on bytes, so a provider
 * for another family of algorithms (GOST) plugs in here without touching the policy.
 *
 * A provider is asked only for what it declared in `supports…`; `verify` answers false for anything that is not a
 * proven signature (a malformed key or value included) and never throws.
 */
export interface CryptoProvider {
  readonly id: string;
  supportsDigest(digest: DigestName): boolean;
  supportsSignature(algorithm: SignatureAlgorithm): boolean;
  /** Digest of the concatenation of the chunks. */
  digest(digest: DigestName, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array>;
  verify(check: SignatureCheck): Promise<boolean>;
}

/**
 * One provider out of several: the first that supports an algorithm serves it.
 *
 * @example createCryptoRegistry([nodeCryptoProvider, gostProvider])
 */
export function createCryptoRegistry(providers: readonly CryptoProvider[]): CryptoProvider {
  const forDigest = (digest: DigestName) => providers.find((provider) => provider.supportsDigest(digest));
  const forSignature = (algorithm: SignatureAlgorithm) =>
    providers.find((provider) => provider.supportsSignature(algorithm));
  return {
    id: providers.map((provider) => provider.id).join('+'),
    supportsDigest: (digest) => forDigest(digest) !== undefined,
    supportsSignature: (algorithm) => forSignature(algorithm) !== undefined,
    digest(digest, chunks) {
      const provider = forDigest(digest);
      if (!provider) return Promise.reject(new TypeError(`No crypto provider for the digest ${digest}`));
      return provider.digest(digest, chunks);
    },
    verify: (check) => forSignature(check.algorithm)?.verify(check) ?? Promise.resolve(false),
  };
}
