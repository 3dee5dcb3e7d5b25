import type { CertificateSummary, Check, VerificationReport } from '@praktika/signing';
import type { ExpectedIdentity } from './expected-identity.js';

/**
 * A report as kept: with whom it was asked about, for asking the same again; without the words that are the same in
 * every report, and without the certificate itself, which the signature's bytes hold.
 */
export interface StoredReport extends Omit<VerificationReport, 'checks' | 'signer'> {
  readonly checks: readonly Omit<Check, 'title'>[];
  readonly signer?: Omit<CertificateSummary, 'der'>;
  readonly expected: ExpectedIdentity;
}

/** A report as it is kept. */
export function storedReport(
  { checks, signer, ...rest }: VerificationReport,
  expected: ExpectedIdentity,
): StoredReport {
  return {
    ...rest,
    checks: checks.map(({ title: _, ...line }) => line),
    ...(signer && { signer: withoutBytes(signer) }),
    expected,
  };
}

const withoutBytes = ({ der: _, ...summary }: CertificateSummary): Omit<CertificateSummary, 'der'> => summary;
