import { OID } from '../oids.js';
import type { Certificate } from '../x509/certificate.js';
import { nameValues } from '../x509/name.js';
import type { CheckId } from './codes.js';
import { Refusal } from './refusal.js';
import type { ExpectedOrganization, ExpectedPerson, VerificationInput } from './types.js';

/**
 * Identity binding: does the certificate belong to the organization and the person we expect (domain.md §3.4)?
 *
 * Three ways a person may sign for an organization: the head, whose certificate carries ИНН ЮЛ and ОГРН; a sole
 * proprietor, with ОГРНИП and ИНН; an employee, whose certificate names the person only. The first two are
 * comparisons below. The third compares the person here, and the organization through a power of attorney, which
 * is a line of its own in the caller's report: it is a document of its own, with its own signature.
 */
export interface Comparison {
  readonly id: CheckId;
  /** @throws Refusal when the certificate names somebody else, nobody, or several */
  readonly compare: (certificate: Certificate) => void;
}

type Subject = Certificate['subject'];

/** The comparisons asked for; a value given but empty is compared, and fails. */
export function comparisons(
  expected: VerificationInput['expected'],
  signer?: Certificate,
): readonly Comparison[] {
  return [
    ...organizationComparisons(expected?.organization ?? {}),
    ...personComparisons(expected?.person ?? {}, signer),
  ];
}

function organizationComparisons(organization: ExpectedOrganization): readonly Comparison[] {
  const { innLegalEntity, ogrn, ogrnip, inn } = organization;
  const list: Comparison[] = [];
  if (innLegalEntity !== undefined || inn !== undefined) {
    list.push({
      id: 'ORGANIZATION_INN',
      compare: ({ subject }) => {
        if (innLegalEntity !== undefined && !sameDigits(legalEntityInn(subject), innLegalEntity)) {
          throw new Refusal('ORG_INN');
        }
        if (inn !== undefined && !sameDigits(nameValues(subject, OID.inn), inn)) throw new Refusal('ORG_INN');
      },
    });
  }
  if (ogrn !== undefined) {
    list.push(digits('ORGANIZATION_OGRN', 'ORG_OGRN', OID.ogrn, ogrn));
  }
  if (ogrnip !== undefined) {
    list.push(digits('ORGANIZATION_OGRNIP', 'ORG_OGRNIP', OID.ogrnip, ogrnip));
  }
  return list;
}

/** СНИЛС identifies a person exactly, so it decides whenever the certificate has it; names are the fallback. */
function personComparisons(
  { snils, surname, givenName }: ExpectedPerson,
  signer?: Certificate,
): readonly Comparison[] {
  const named = surname !== undefined || givenName !== undefined;
  const inCertificate = signer ? nameValues(signer.subject, OID.snils).length > 0 : snils !== undefined;
  if (snils !== undefined && (inCertificate || !named)) {
    return [digits('PERSON_SNILS', 'PERSON_SNILS', OID.snils, snils)];
  }
  if (!named) return [];
  return [
    {
      id: 'PERSON_NAME',
      compare: ({ subject }) => {
        if (surname !== undefined && !sameName(nameValues(subject, OID.surname), surname)) {
          throw new Refusal('PERSON_NAME');
        }
        if (givenName !== undefined && !sameName(nameValues(subject, OID.givenName), givenName)) {
          throw new Refusal('PERSON_NAME');
        }
      },
    },
  ];
}

function digits(
  id: CheckId,
  code: 'ORG_OGRN' | 'ORG_OGRNIP' | 'PERSON_SNILS',
  attribute: string,
  expected: string,
): Comparison {
  return {
    id,
    compare: ({ subject }) => {
      if (!sameDigits(nameValues(subject, attribute), expected)) throw new Refusal(code);
    },
  };
}

/** ИНН of a legal entity has its own attribute; certificates before 2021 put «00» and ten digits into the other. */
function legalEntityInn(subject: Subject): readonly string[] {
  const own = nameValues(subject, OID.innLegalEntity);
  if (own.length > 0) return own;
  return nameValues(subject, OID.inn)
    .filter((value) => /^00\d{10}$/.test(value))
    .map((value) => value.slice(2));
}

/** Exactly one value in the certificate, and it is the expected number. */
function sameDigits(values: readonly string[], expected: string): boolean {
  const [value, ...more] = values.map((text) => text.replace(/\D/g, ''));
  return more.length === 0 && value !== undefined && value !== '' && value === expected.replace(/\D/g, '');
}

function sameName(values: readonly string[], expected: string): boolean {
  const [value, ...more] = values.map(foldName);
  return more.length === 0 && value !== undefined && value !== '' && value === foldName(expected);
}

/** NFC, upper case, Ё=Е, single spaces. */
function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().replaceAll('Ё', 'Е').trim().replace(/\s+/g, ' ');
}
