import {
  levelOfSpecialty,
  type ApplicationKind,
  type ApplicationTerms,
  type ApplicationType,
  type PlaceCondition,
  type PracticeKind,
} from '@praktika/contracts';
import type {
  Application,
  Me,
  OrganizationProfile,
  PublicOrganization,
  StoredFile,
} from '../../../app/api/models.js';
import { fullName } from '../../../app/format.js';
import type { ApplicationDraft } from '../api/applications.js';

/** What the form of an application shows; empty texts are what was not filled. */
export interface ApplicationFields {
  applicationType: ApplicationType | null;
  applicationTypes: ApplicationType[];
  specialtyCode: string;
  specialtyName: string;
  areaCode: string | null;
  profession: string;
  practiceKind: PracticeKind | null;
  practiceType: string;
  seats: string;
  from: string;
  to: string;
  regionCode: string | null;
  city: string;
  address: string;
  conditions: PlaceCondition[];
  requirements: string;
  description: string;
  message: string;
  contact: { fullName: string; position: string; phone: string; email: string };
  expectsDraftContract: boolean;
  files: StoredFile[];
}

/** The form of a new application, or of a draft as it was saved. */
export function fieldsOf(
  application?: Pick<Application, 'terms' | 'file' | 'expectsDraftContract'>,
): ApplicationFields {
  const terms: ApplicationTerms = application?.terms ?? {};
  const { contact } = terms;
  const file = application?.file;
  return {
    applicationType: terms.applicationType ?? null,
    applicationTypes: [...(terms.applicationTypes ?? [])],
    specialtyCode: terms.specialtyCode ?? '',
    specialtyName: terms.specialtyName ?? '',
    areaCode: terms.areaCode ?? null,
    profession: terms.profession ?? '',
    practiceKind: terms.practiceKind ?? null,
    practiceType: terms.practiceType ?? '',
    seats: terms.seats === undefined ? '' : String(terms.seats),
    from: terms.from ?? '',
    to: terms.to ?? '',
    regionCode: terms.regionCode ?? null,
    city: terms.city ?? '',
    address: terms.address ?? '',
    conditions: [...(terms.conditions ?? [])],
    requirements: terms.requirements ?? '',
    description: terms.description ?? '',
    message: terms.message ?? '',
    contact: {
      fullName: contact?.fullName ?? '',
      position: contact?.position ?? '',
      phone: contact?.phone ?? '',
      email: contact?.email ?? '',
    },
    expectsDraftContract: application?.expectsDraftContract ?? true,
    files: file ? [{ ...file, id: file.fileId }] : [],
  };
}

/**
 * A new application begins with what is known: whom to ask is the one who writes; the practice takes place at the
 * employer, whichever of the two that is; the area is the one the educational organization trains for, if it is one.
 */
export function prefilledFields(
  person: Me['person'] | undefined,
  own: OrganizationProfile | undefined,
  addressee: PublicOrganization | undefined,
): ApplicationFields {
  const fields = fieldsOf();
  const isEmployer = own?.side === 'EMPLOYER';
  const [area, ...otherAreas] = isEmployer ? (addressee?.education.areaCodes ?? []) : [];
  const place = isEmployer ? own : addressee;
  return {
    ...fields,
    areaCode: otherAreas.length === 0 ? (area ?? null) : null,
    regionCode: place?.regionCode ?? null,
    city: place?.city ?? '',
    address: isEmployer ? (own.legalAddress ?? '') : '',
    contact: {
      ...fields.contact,
      fullName: person ? fullName(person) : '',
      email: person?.email ?? '',
      phone: own?.phone ?? '',
    },
  };
}

/** Members of an object that say something. */
const filled = <T extends object>(object: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) =>
        value !== null &&
        value !== '' &&
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>;

/** The form as the API takes it. A number that is none goes as it was typed, for the API to refuse at its field. */
export function draftOf(kind: ApplicationKind, fields: ApplicationFields): ApplicationDraft {
  const text = (value: string) => value.trim();
  const contact = filled({
    fullName: text(fields.contact.fullName),
    position: text(fields.contact.position),
    phone: text(fields.contact.phone),
    email: text(fields.contact.email),
  });
  const common = {
    areaCode: fields.areaCode,
    regionCode: fields.regionCode,
    profession: text(fields.profession),
    message: text(fields.message),
    contact: contact.fullName ? contact : null,
  };
  const specialtyCode = text(fields.specialtyCode);
  const terms =
    kind === 'PARTNERSHIP'
      ? { ...common, applicationTypes: fields.applicationTypes }
      : {
          ...common,
          applicationType: fields.applicationType,
          specialtyCode,
          specialtyName: specialtyCode ? text(fields.specialtyName) : '',
          level: levelOfSpecialty(specialtyCode) ?? null,
          practiceKind: fields.practiceKind,
          practiceType: text(fields.practiceType),
          seats: text(fields.seats) ? Number(fields.seats) : null,
          from: fields.from,
          to: fields.to,
          city: text(fields.city),
          address: text(fields.address),
          conditions: fields.conditions,
          requirements: text(fields.requirements),
          description: text(fields.description),
        };
  const [file] = fields.files;
  return {
    terms: filled(terms) as ApplicationTerms,
    expectsDraftContract: fields.expectsDraftContract,
    fileId: fields.expectsDraftContract ? null : (file?.id ?? null),
  };
}
