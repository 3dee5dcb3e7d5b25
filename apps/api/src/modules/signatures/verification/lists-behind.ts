import type { Certificate } from '@praktika/signing';
import type { TrustSnapshot } from '../trust/trust-store.js';

/** Authorities above a signer; a real chain has two or three. */
const MAX_AUTHORITIES = 8;

/**
 * SHA-256 of the revocation lists, as known at the verdict, of every authority above a certificate: kept with a
 * verdict as evidence. The lists may be more than the newest that decided.
 */
export function listsBehind(signer: Certificate, trust: TrustSnapshot): readonly string[] {
  const hashes = new Set<string>();
  let certificate: Certificate | undefined = signer;
  for (let step = 0; certificate !== undefined && step < MAX_AUTHORITIES; step += 1) {
    const issuer: Certificate['issuer'] = certificate.issuer;
    for (const [list, hash] of trust.listHashes) {
      if (sameName(list.issuer, issuer)) hashes.add(hash);
    }
    if (sameName(issuer, certificate.subject)) break;
    certificate = [...trust.intermediates, ...trust.anchors].find(({ subject }) => sameName(subject, issuer));
  }
  return [...hashes];
}

function sameName(left: Certificate['issuer'], right: Certificate['issuer']): boolean {
  return Buffer.compare(left.der, right.der) === 0;
}
