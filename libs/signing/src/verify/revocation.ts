import { equalBytes, toHex } from '../bytes.js';
import type { CryptoProvider } from '../crypto/provider.js';
import type { Certificate } from '../x509/certificate.js';
import { REMOVE_FROM_CRL, type CertificateRevocationList } from '../x509/crl.js';
import { KEY_USAGE } from '../x509/extensions.js';
import { isIssuedBy } from './issued-by.js';
import { shortName } from './path.js';
import { CLOCK_TOLERANCE_MS } from './policy.js';
import { Refusal } from './refusal.js';
import { formatInstant } from './texts.js';

export interface RevocationQuestion {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  readonly crls: readonly CertificateRevocationList[];
  readonly at: Date;
  readonly provider: CryptoProvider;
}

/**
 * The list that says the certificate is not revoked. Fail-closed: the newest list in force at `at` and signed by
 * the issuer decides; without one the answer is "try later". A hold counts as revoked.
 *
 * @param revoked the code of a revoked certificate of this place in the path
 * @throws Refusal that code, CRL_MISSING, CRL_FORGED, CRL_UNSUPPORTED or CRL_STALE
 */
export async function assertNotRevoked(
  question: RevocationQuestion,
  revoked: 'REVOKED' | 'CA_REVOKED',
): Promise<CertificateRevocationList> {
  const list = await decisiveList(question);
  const entry = list.revoked.get(toHex(question.certificate.serialNumber));
  if (entry && entry.reason !== REMOVE_FROM_CRL) throw new Refusal(revoked, formatInstant(entry.date));
  return list;
}

async function decisiveList({
  issuer,
  crls,
  at,
  provider,
}: RevocationQuestion): Promise<CertificateRevocationList> {
  const name = shortName(issuer);
  const named = crls.filter((list) => equalBytes(list.issuer.der, issuer.subject.der));
  if (named.length === 0) throw new Refusal('CRL_MISSING', name);
  const genuine = await genuineLists(named, issuer, provider);
  const complete = genuine.filter((list) => !list.unknownCritical);
  if (complete.length === 0) throw new Refusal('CRL_UNSUPPORTED', name);
  const fresh = complete
    .filter((list) => isFresh(list, at))
    .sort((left, right) => right.thisUpdate.getTime() - left.thisUpdate.getTime());
  const [newest] = fresh;
  if (!newest) throw new Refusal('CRL_STALE', name);
  return newest;
}

async function genuineLists(
  lists: readonly CertificateRevocationList[],
  issuer: Certificate,
  provider: CryptoProvider,
): Promise<readonly CertificateRevocationList[]> {
  const genuine: CertificateRevocationList[] = [];
  let obstacle: Refusal | undefined;
  const mayIssue = issuer.keyUsage?.has(KEY_USAGE.cRLSign) ?? true;
  for (const list of mayIssue ? lists : []) {
    try {
      if (await isIssuedBy(list, issuer, provider)) genuine.push(list);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      obstacle ??= error;
    }
  }
  if (genuine.length === 0) throw obstacle ?? new Refusal('CRL_FORGED', shortName(issuer));
  return genuine;
}

function isFresh({ thisUpdate, nextUpdate }: CertificateRevocationList, at: Date): boolean {
  if (!nextUpdate) return false;
  return thisUpdate.getTime() - CLOCK_TOLERANCE_MS <= at.getTime() && at <= nextUpdate;
}
