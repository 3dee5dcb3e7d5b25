import type { DigestName } from '../crypto/algorithms.js';

/** Changes when a rule of the verifier changes, so that a stored report says by which rules it was made. */
export const POLICY_VERSION = 'praktika-cades-bes-1';

/** A real signature file is 2–10 KB; a long chain with time stamps stays below 100 KB. */
export const MAX_SIGNATURE_BYTES = 1024 * 1024;

export const ACCEPTED_DIGESTS: ReadonlySet<DigestName> = new Set<DigestName>([
  'SHA-256',
  'SHA-384',
  'SHA-512',
  'STREEBOG-256',
  'STREEBOG-512',
]);

/** Known and refused, whoever could compute them. */
export const REFUSED_DIGESTS: ReadonlySet<DigestName> = new Set<DigestName>(['MD5', 'SHA-1', 'SHA-224']);

export const MIN_RSA_BITS = 2048;

/** Above it a signature costs the server more than it proves. */
export const MAX_RSA_BITS = 8192;

/** How far the signer's clock or a revocation list may run ahead of ours. */
export const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/** Certificates in a path, signer and anchor included. */
export const MAX_PATH_LENGTH = 8;

/** Issuer signatures tried while looking for a path: a bound for files stuffed with look-alike certificates. */
export const MAX_ISSUER_CHECKS = 64;
