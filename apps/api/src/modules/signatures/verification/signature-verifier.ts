import { Injectable } from '@nestjs/common';
import {
  createCryptoRegistry,
  verifyDetachedSignature,
  type Content,
  type SubIndication,
  type VerificationReport,
} from '@praktika/signing';
import { nodeCryptoProvider } from '@praktika/signing/node';
import { TrustStore, type TrustSnapshot } from '../trust/trust-store.js';
import type { ExpectedIdentity } from './expected-identity.js';
import { listsBehind } from './lists-behind.js';
import { RecentCertificates } from './recent-certificates.js';

/** One question to the verifier. */
export interface VerificationRequest {
  readonly content: SignedContent;
  /** The signature file as it came: DER or BER, PEM, or base64. */
  readonly cms: Uint8Array;
  readonly expected?: ExpectedIdentity;
}

/** A document whose SHA-256 is known already; its bytes are read only for another digest. */
export interface SignedContent {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** A verdict with what it rests on. */
export interface Verdict {
  readonly report: VerificationReport;
  /** SHA-256 of the revocation lists of the authorities above the signer. */
  readonly crlHashes: readonly string[];
  /** The trust profile is the demo's: no legal force, whatever the verdict. */
  readonly test: boolean;
}

/** GOST comes in here as one more provider. */
const provider = createCryptoRegistry([nodeCryptoProvider]);

/** Verdicts that a certificate or a list added moments ago may change. */
const LACKS_TRUST: ReadonlySet<SubIndication> = new Set<SubIndication>([
  'TRY_LATER',
  'NO_CERTIFICATE_CHAIN_FOUND',
]);

/** Did the verifier stop only because a fresh revocation list is missing? */
export const isTryLater = (report: VerificationReport): boolean => report.subIndication === 'TRY_LATER';

/** The strict verifier of libs/signing with this installation's trust. */
@Injectable()
export class SignatureVerifier {
  private readonly certificates = new RecentCertificates();

  constructor(private readonly trust: TrustStore) {}

  /** Judges a signature that has just arrived. A verdict that lacks an authority or a list gets trust read anew. */
  async verifyNow(request: VerificationRequest, at: Date): Promise<Verdict> {
    const verdict = await this.judge(request, await this.trust.current(), at);
    const { subIndication } = verdict.report;
    if (subIndication === null || !LACKS_TRUST.has(subIndication)) return verdict;
    return this.judge(request, await this.trust.refresh(), at);
  }

  /** Judges again as of the instant the signature was received: our proof that it existed then (signatures.md §4). */
  async verifyAsOf(request: VerificationRequest, receivedAt: Date): Promise<Verdict> {
    return this.judge(request, await this.trust.asOf(receivedAt), receivedAt);
  }

  private async judge(request: VerificationRequest, trust: TrustSnapshot, at: Date): Promise<Verdict> {
    const { content, cms, expected } = request;
    const readCertificate = this.certificates.read;
    const report = await verifyDetachedSignature({
      content: content.open satisfies Content,
      contentDigests: { 'SHA-256': Uint8Array.from(Buffer.from(content.sha256, 'hex')) },
      signature: cms,
      trust,
      at,
      expected,
      provider,
      readCertificate,
    });
    const signer = report.signer && readCertificate(Buffer.from(report.signer.der, 'base64'));
    return { report, crlHashes: signer ? listsBehind(signer, trust) : [], test: trust.test };
  }
}
