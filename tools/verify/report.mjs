import { INDICATION_TEXTS } from '@praktika/signing';

const MARKS = { PASSED: '✓', FAILED: '✗', UNKNOWN: '?' };

/** The report a program reads: the verdict and its lines, without the rest of the certificate. */
export function jsonReport({ indication, subIndication, code, checks }) {
  return `${JSON.stringify({ indication, subIndication, code, checks }, null, 2)}\n`;
}

/** The report a person reads. */
export function textReport(report) {
  const reason = [report.subIndication, report.code].filter(Boolean).join(' / ');
  const lines = report.checks.map(
    ({ status, title, detail }) => `  ${MARKS[status]} ${title}${detail ? `. ${detail}` : ''}`,
  );
  const subject = report.signer?.subject;
  const who = [subject?.surname, subject?.givenName, subject?.o].filter(Boolean).join(' ');
  return [
    `${INDICATION_TEXTS[report.indication]}${reason ? ` (${reason})` : ''}`,
    ...(report.signer ? [`Сертификат: ${who || subject?.cn || ''}; издатель: ${report.signer.issuer}`] : []),
    ...lines,
    `Момент проверки: ${report.verifiedAt}; правила: ${report.policyVersion}`,
    '',
  ].join('\n');
}
