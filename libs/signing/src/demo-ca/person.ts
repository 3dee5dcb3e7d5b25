import type { KeyObject } from 'node:crypto';
import { OID } from '../oids.js';
import { parseCertificate } from '../x509/certificate.js';
import { BACKDATED_DAYS, generateKeys, shiftDays, type DemoAlgorithm, type DemoCa } from './authority.js';
import {
  authorityKeyIdentifier,
  extendedKeyUsage,
  keyUsage as keyUsageExtension,
  signCertificate,
  subjectKeyIdentifier,
} from './certificate.js';
import { encodeName, type NameAttribute } from './names.js';

/** The organization in a head's certificate. */
export interface LegalEntitySubject {
  readonly name: string;
  readonly innLegalEntity: string;
  readonly ogrn: string;
}

/** A sole proprietor: the person is the organization. */
export interface SoleProprietorSubject {
  readonly ogrnip: string;
  readonly inn: string;
}

export interface PersonSubject {
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic?: string;
  /** 11 digits. */
  readonly snils: string;
  /** 12 digits. */
  readonly inn?: string;
  /** Position, «Генеральный директор». */
  readonly title?: string;
}

export interface PersonCertificateRequest {
  /** Absent for an employee's certificate, which names the person only. */
  readonly organization?: LegalEntitySubject | SoleProprietorSubject;
  readonly person: PersonSubject;
  /** The instant the dates are counted from. */
  readonly now: Date;
  /** Default: `now` − 400 days. */
  readonly notBefore?: Date;
  /** Default: `now` + 5 years. */
  readonly notAfter?: Date;
  /** Bits of keyUsage; default digitalSignature and nonRepudiation; empty = without the extension. */
  readonly keyUsage?: readonly number[];
  /** Default: that of the centre. */
  readonly algorithm?: DemoAlgorithm;
  readonly region?: string;
  readonly locality?: string;
}

/** A person's certificate with its key, and the authorities above it without the root. */
export interface IssuedCertificate {
  readonly certificate: Uint8Array;
  readonly privateKey: KeyObject;
  readonly chain: readonly Uint8Array[];
}

const PERSON_YEARS = 5;
const SIGNING_USAGE = [0, 1];

/** Issues a certificate as a qualified centre would name its holder (domain.md §3.4), by the demo centre. */
export async function issuePersonCertificate(
  ca: DemoCa,
  request: PersonCertificateRequest,
): Promise<IssuedCertificate> {
  const { publicKey, privateKey } = await generateKeys(request.algorithm ?? ca.algorithm);
  const usage = request.keyUsage ?? SIGNING_USAGE;
  const certificate = signCertificate(
    {
      issuer: parseCertificate(ca.issuing.certificate).subject.der,
      subject: encodeName(personName(request)),
      publicKey,
      notBefore: request.notBefore ?? shiftDays(request.now, -BACKDATED_DAYS),
      notAfter: request.notAfter ?? shiftDays(request.now, PERSON_YEARS * 365),
      extensions: [
        ...(usage.length > 0 ? [keyUsageExtension(usage)] : []),
        extendedKeyUsage([OID.clientAuth, OID.emailProtection]),
        subjectKeyIdentifier(publicKey),
        authorityKeyIdentifier(ca.issuing.privateKey),
      ],
    },
    ca.issuing.privateKey,
  );
  return { certificate, privateKey, chain: [ca.issuing.certificate] };
}

/** The subject, in the order qualified certificates use. */
export function personName(request: PersonCertificateRequest): readonly NameAttribute[] {
  const { organization, person, region = '77 г. Москва', locality = 'г. Москва' } = request;
  const legalEntity = organization && 'innLegalEntity' in organization ? organization : undefined;
  const proprietor = organization && 'ogrnip' in organization ? organization : undefined;
  const givenNames = [person.givenName, person.patronymic].filter(Boolean).join(' ');
  const inn = proprietor?.inn ?? person.inn;
  const attributes: readonly (NameAttribute | undefined)[] = [
    [OID.country, 'RU'],
    [OID.stateOrProvince, region],
    [OID.locality, locality],
    legalEntity && [OID.organization, legalEntity.name],
    [OID.commonName, legalEntity?.name ?? `${person.surname} ${givenNames}`],
    person.title ? [OID.title, person.title] : undefined,
    [OID.surname, person.surname],
    [OID.givenName, givenNames],
    legalEntity && [OID.ogrn, legalEntity.ogrn],
    proprietor && [OID.ogrnip, proprietor.ogrnip],
    [OID.snils, person.snils],
    legalEntity && [OID.innLegalEntity, legalEntity.innLegalEntity],
    inn ? [OID.inn, inn] : undefined,
  ];
  return attributes.filter((attribute) => attribute !== undefined);
}
