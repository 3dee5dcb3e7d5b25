import { constants, createHash, verify } from 'node:crypto';
import type { DigestName, SignatureAlgorithm } from '../crypto/algorithms.js';
import type { CryptoProvider, SignatureCheck } from '../crypto/provider.js';
import { publicKeyObject } from './public-key.js';

const HASHES: Partial<Record<DigestName, string>> = {
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** RSA, ECDSA and SHA-2 by node:crypto. Hashing a stream keeps one chunk in memory. */
export const nodeCryptoProvider: CryptoProvider = {
  id: 'node',
  supportsDigest: (digest) => HASHES[digest] !== undefined,
  supportsSignature: ({ kind, digest }) => kind !== 'GOST-R-34.10-2012' && HASHES[digest] !== undefined,
  async digest(digest, chunks) {
    const name = HASHES[digest];
    if (!name) throw new TypeError(`node:crypto is not asked for ${digest}`);
    const hash = createHash(name);
    for await (const chunk of chunks) hash.update(chunk);
    return new Uint8Array(hash.digest());
  },
  verify: (check) => Promise.resolve(verifies(check)),
};

function verifies({ spki, algorithm, data, signature }: SignatureCheck): boolean {
  try {
    const hash = HASHES[algorithm.digest];
    if (!hash) return false;
    const key = publicKeyObject(spki);
    return verify(hash, data, { key, ...parameters(algorithm) }, signature);
  } catch {
    return false;
  }
}

function parameters(algorithm: SignatureAlgorithm): {
  dsaEncoding?: 'der';
  padding?: number;
  saltLength?: number;
} {
  if (algorithm.kind === 'ECDSA') return { dsaEncoding: 'der' };
  if (algorithm.kind === 'RSA-PKCS1') return { padding: constants.RSA_PKCS1_PADDING };
  if (algorithm.kind === 'RSA-PSS') {
    return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.saltLength };
  }
  return {};
}
