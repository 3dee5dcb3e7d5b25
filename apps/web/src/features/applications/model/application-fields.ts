import type { ApplicationKind, ApplicationTerms, ApplicationType } from '@praktika/contracts';
import type {
  Application,
  Me,
  OrganizationProfile,
  PublicOrganization,
  StoredFile,
} from '../../../app/api/models.js';
import { fullName } from '../../../app/format.js';
import { contactFieldsOf, contactOf, type ContactFields } from '../../../app/practice/contact-fields.js';
import { filled, placesFieldsOf, placesOf, type PlacesFields } from '../../../app/practice/places-fields.js';
import type { ApplicationDraft } from '../api/applications.js';

/** What the form of an application shows; empty texts are what was not filled. */
export interface ApplicationFields extends PlacesFields {
  applicationTypes: ApplicationType[];
  message: string;
  contact: ContactFields;
  expectsDraftContract: boolean;
  files: StoredFile[];
}

/** The form of a new application, or of a draft as it was saved. */
export function fieldsOf(
  application?: Pick<Application, 'terms' | 'file' | 'expectsDraftContract'>,
): ApplicationFields {
  const terms: ApplicationTerms = application?.terms ?? {};
  const file = application?.file;
  return {
    ...placesFieldsOf(terms),
    applicationTypes: [...(terms.applicationTypes ?? [])],
    message: terms.message ?? '',
    contact: contactFieldsOf(terms.contact),
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

/** The form as the API takes it. */
export function draftOf(kind: ApplicationKind, fields: ApplicationFields): ApplicationDraft {
  const contact = contactOf(fields.contact);
  const { areaCode, regionCode, profession, ...places } = placesOf(fields);
  const terms = {
    areaCode,
    regionCode,
    profession,
    message: fields.message.trim(),
    contact: contact.fullName ? contact : null,
    ...(kind === 'PARTNERSHIP' ? { applicationTypes: fields.applicationTypes } : places),
  };
  const [file] = fields.files;
  return {
    terms: filled(terms) as ApplicationTerms,
    expectsDraftContract: fields.expectsDraftContract,
    fileId: fields.expectsDraftContract ? null : (file?.id ?? null),
  };
}
