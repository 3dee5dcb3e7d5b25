import type { CertificateRevocationList } from '../x509/crl.js';
import type { CertificatePath } from './path.js';
import { Refusal } from './refusal.js';
import type { ReportBuilder } from './report.js';
import { assertNotRevoked } from './revocation.js';
import { NOTES, formatInstant } from './texts.js';
import type { VerificationInput } from './types.js';

/** Two lines of the report: the signer's certificate, and every authority below the anchor. */
export async function checkRevocation(
  report: ReportBuilder,
  path: CertificatePath,
  crls: readonly CertificateRevocationList[],
  { at, provider, requireRevocation = true }: VerificationInput,
): Promise<void> {
  const pairs = path.slice(0, -1).flatMap((certificate, index) => {
    const issuer = path[index + 1];
    return issuer ? [{ certificate, issuer, crls, at, provider }] : [];
  });
  const lines = [
    { id: 'REVOCATION', code: 'REVOKED', questions: pairs.slice(0, 1) },
    { id: 'CA_REVOCATION', code: 'CA_REVOKED', questions: pairs.slice(1) },
  ] as const;
  for (const { id, code, questions } of lines) {
    const outcome = await settle(async () => {
      const lists = [];
      for (const question of questions) lists.push(await assertNotRevoked(question, code));
      return lists.map((list) => NOTES.crl(formatInstant(list.thisUpdate))).join('; ');
    });
    if (outcome instanceof Refusal && outcome.code === 'CRL_MISSING' && !requireRevocation) {
      report.waive(id, NOTES.revocationNotRequired);
      continue;
    }
    await report.run(id, (note) => {
      if (outcome instanceof Refusal) throw outcome;
      if (outcome) note(outcome);
    });
  }
}

async function settle<T>(check: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
