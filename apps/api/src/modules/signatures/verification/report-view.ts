import {
  CHECK_TITLES,
  INDICATION_TEXTS,
  type CertificateSummary,
  type VerificationReport,
} from '@praktika/signing';
import type { StoredReport } from './stored-report.js';

/** What the demo centre certifies; stands on every report, protocol and card made with it. */
export const TEST_MARK = 'ТЕСТОВЫЙ УЦ — юридической силы не имеет';

/** A report as programs and people read it. СНИЛС and personal ИНН are not among it (signatures.md §5). */
export interface ReportView {
  readonly indication: VerificationReport['indication'];
  readonly indicationText: string;
  readonly subIndication: string | null;
  readonly code: string | null;
  readonly checks: readonly CheckView[];
  readonly signer?: SignerView;
  readonly claimedSigningTime?: string;
  readonly digestAlgorithm?: string;
  readonly verifiedAt: string;
  readonly policyVersion: string;
  readonly test: boolean;
  readonly testMark?: string;
}

export interface CheckView {
  readonly id: string;
  readonly code: string;
  readonly status: 'PASSED' | 'FAILED' | 'UNKNOWN';
  readonly title: string;
  readonly detail?: string;
}

export interface SignerView {
  readonly owner: string;
  readonly organization?: string;
  readonly position?: string;
  readonly inn?: string;
  readonly ogrn?: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly keyAlgorithm: string;
}

/** The public part of a report, just made or as kept. */
export function reportView(report: VerificationReport | StoredReport, test: boolean): ReportView {
  const { indication, subIndication, code, signer, claimedSigningTime, digestAlgorithm } = report;
  return {
    indication,
    indicationText: INDICATION_TEXTS[indication],
    subIndication,
    code,
    checks: report.checks.map(({ id, code, status, detail }) => ({
      id,
      code,
      status,
      title: CHECK_TITLES[id],
      detail,
    })),
    signer: signer && signerView(signer),
    claimedSigningTime,
    digestAlgorithm,
    verifiedAt: report.verifiedAt,
    policyVersion: report.policyVersion,
    test,
    ...(test && { testMark: TEST_MARK }),
  };
}

function signerView(signer: NonNullable<StoredReport['signer']>): SignerView {
  const { subject, issuer, serialNumber, notBefore, notAfter, keyAlgorithm } = signer;
  return {
    owner: ownerOf(signer),
    organization: subject.o,
    position: subject.title,
    inn: subject.innLegalEntity,
    ogrn: subject.ogrn ?? subject.ogrnip,
    issuer,
    serialNumber,
    notBefore,
    notAfter,
    keyAlgorithm,
  };
}

/** The person a certificate names, else its common name. */
export function ownerOf({ subject }: Pick<CertificateSummary, 'subject'>): string {
  const person = [subject.surname, subject.givenName].filter(Boolean).join(' ');
  return person || (subject.cn ?? '');
}

/** The first line that failed, in words: what a refusal tells. */
export function failedCheck({ checks }: VerificationReport): string {
  const failed =
    checks.find(({ status }) => status === 'FAILED') ?? checks.find(({ subIndication }) => subIndication);
  if (!failed) return '';
  return failed.detail ? `${failed.title}: нет. ${failed.detail}.` : `${failed.title}: нет.`;
}
