import type { VerificationReport } from '@praktika/signing';
import type { SignerRow } from './intake.queries.js';

/**
 * The employee a certificate names, out of those with the right to sign: by СНИЛС when both have one, else by surname
 * and given names (domain.md §3.4, §8.4). Only finds whom to compare with; the verifier then compares.
 */
export function findSigner(
  subject: NonNullable<VerificationReport['signer']>['subject'] | undefined,
  signers: readonly SignerRow[],
): SignerRow | undefined {
  if (!subject) return undefined;
  const bySnils = signers.find(
    ({ snils }) => snils !== null && digits(snils) === digits(subject.snils ?? ''),
  );
  if (bySnils) return bySnils;
  const name = fold(`${subject.surname ?? ''} ${subject.givenName ?? ''}`);
  return signers.find(
    ({ surname, givenName, patronymic }) => fold([surname, givenName, patronymic ?? ''].join(' ')) === name,
  );
}

const digits = (text: string) => text.replace(/\D/g, '');

const fold = (name: string) =>
  name.normalize('NFC').toUpperCase().replaceAll('Ё', 'Е').replace(/\s+/g, ' ').trim();
