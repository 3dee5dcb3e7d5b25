import { equalBytes } from '../bytes.js';
import type { CryptoProvider } from '../crypto/provider.js';
import { OID } from '../oids.js';
import { isSelfIssued, type Certificate } from '../x509/certificate.js';
import { KEY_USAGE } from '../x509/extensions.js';
import { formatName, nameValues } from '../x509/name.js';
import { acceptKey } from './algorithm-policy.js';
import { isIssuedBy } from './issued-by.js';
import { MAX_ISSUER_CHECKS, MAX_PATH_LENGTH } from './policy.js';
import { Refusal } from './refusal.js';
import { KEY_USAGE_TEXTS, formatInstant } from './texts.js';

/** From the signer to the anchor, both included. */
export type CertificatePath = readonly Certificate[];

/** Name of a certificate as a report writes it. */
export function shortName(certificate: Certificate): string {
  return nameValues(certificate.subject, OID.commonName)[0] ?? formatName(certificate.subject);
}

/** Looks for paths whose every signature holds; constraints are judged afterwards. */
class PathSearch {
  private checks = 0;
  /** Why an issuer of the right name could not be judged: weak or unsupported algorithm. */
  obstacle: Refusal | undefined;

  constructor(
    private readonly anchors: readonly Certificate[],
    private readonly intermediates: readonly Certificate[],
    private readonly provider: CryptoProvider,
  ) {}

  async *from(path: CertificatePath): AsyncGenerator<CertificatePath> {
    const last = path.at(-1);
    if (!last) return;
    if (this.anchors.some((anchor) => equalBytes(anchor.der, last.der))) {
      yield path;
      return;
    }
    if (path.length >= MAX_PATH_LENGTH) return;
    for (const issuer of [...this.anchors, ...this.intermediates]) {
      if (path.includes(issuer) || !(await this.issued(last, issuer))) continue;
      yield* this.from([...path, issuer]);
    }
  }

  private async issued(certificate: Certificate, issuer: Certificate): Promise<boolean> {
    if (!equalBytes(certificate.issuer.der, issuer.subject.der)) return false;
    this.checks += 1;
    if (this.checks > MAX_ISSUER_CHECKS) return false;
    try {
      return await isIssuedBy(certificate, issuer, this.provider);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.obstacle ??= error;
      return false;
    }
  }
}

/**
 * A path from the signer's certificate to a trusted anchor: the first that satisfies every constraint, else the
 * first whose signatures hold (its violation is then reported by `assertConstraints`).
 *
 * @throws Refusal CHAIN_NOT_FOUND, or the algorithm that kept a path from being judged
 */
export async function findPath(
  signer: Certificate,
  anchors: readonly Certificate[],
  intermediates: readonly Certificate[],
  provider: CryptoProvider,
): Promise<CertificatePath> {
  const search = new PathSearch(anchors, intermediates, provider);
  let first: CertificatePath | undefined;
  for await (const path of search.from([signer])) {
    if (violation(path) === undefined) return path;
    first ??= path;
  }
  if (first) return first;
  throw search.obstacle ?? new Refusal('CHAIN_NOT_FOUND', formatName(signer.issuer));
}

/** @throws Refusal NOT_A_CA, PATHLEN, CA_KEY_USAGE, CRITICAL_EXTENSION, KEY_SIZE or ALG_UNSUPPORTED */
export function assertConstraints(path: CertificatePath): void {
  const found = violation(path);
  if (found) throw found;
}

const UNDERSTOOD = new Set<string>([
  OID.subjectKeyIdentifier,
  OID.authorityKeyIdentifier,
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.subjectAltName,
  OID.certificatePolicies,
]);

/** RFC 5280 §6.1 over a path whose signatures hold; undefined when nothing is violated. */
function violation(path: CertificatePath): Refusal | undefined {
  for (const [index, certificate] of path.entries()) {
    const unknown = [...certificate.extensions.values()].find(
      ({ critical, oid }) => critical && !UNDERSTOOD.has(oid),
    );
    if (unknown) return new Refusal('CRITICAL_EXTENSION', unknown.oid);
    const found = keyViolation(certificate) ?? (index > 0 ? authorityViolation(path, index) : undefined);
    if (found) return found;
  }
  return undefined;
}

function keyViolation(certificate: Certificate): Refusal | undefined {
  try {
    acceptKey(certificate.publicKey);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function authorityViolation(path: CertificatePath, index: number): Refusal | undefined {
  const authority = path[index];
  if (!authority?.basicConstraints?.ca) return new Refusal('NOT_A_CA', authority && shortName(authority));
  const below = path.slice(1, index).filter((certificate) => !isSelfIssued(certificate)).length;
  if (below > (authority.basicConstraints.pathLength ?? Infinity))
    return new Refusal('PATHLEN', shortName(authority));
  if (authority.keyUsage && !authority.keyUsage.has(KEY_USAGE.keyCertSign)) {
    return new Refusal('CA_KEY_USAGE', shortName(authority));
  }
  return undefined;
}

/** The signer's certificate must say that its key signs, and must not be an authority's. @throws Refusal KEY_USAGE */
export function assertSigningKeyUsage({ keyUsage, basicConstraints }: Certificate): void {
  if (basicConstraints?.ca) throw new Refusal('KEY_USAGE', KEY_USAGE_TEXTS.authority);
  if (!keyUsage) throw new Refusal('KEY_USAGE', KEY_USAGE_TEXTS.absent);
  if (!keyUsage.has(KEY_USAGE.digitalSignature)) throw new Refusal('KEY_USAGE', KEY_USAGE_TEXTS.notSigning);
}

/** Every certificate, the anchor included, is within its dates. @throws Refusal CERT_EXPIRED or CERT_NOT_YET_VALID */
export function assertValidity(path: CertificatePath, at: Date): void {
  for (const certificate of path) {
    if (at < certificate.notBefore) {
      throw new Refusal(
        'CERT_NOT_YET_VALID',
        `${shortName(certificate)}, с ${formatInstant(certificate.notBefore)}`,
      );
    }
    if (at > certificate.notAfter) {
      throw new Refusal('CERT_EXPIRED', `${shortName(certificate)}, ${formatInstant(certificate.notAfter)}`);
    }
  }
}
