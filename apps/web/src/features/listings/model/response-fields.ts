import type { ApplicationType } from '@praktika/contracts';
import type { Listing, NewListingResponse } from '../../../app/api/models.js';
import type { FieldFault } from '../../../app/forms/use-form.js';
import { contactFieldsOf, contactOf, type ContactFields } from '../../../app/practice/contact-fields.js';

/** What the form of a response shows. */
export interface ResponseFields {
  applicationType: ApplicationType | null;
  seats: string;
  from: string;
  to: string;
  message: string;
  contact: ContactFields;
}

/** A response to nothing yet. */
export const emptyResponse = (): ResponseFields => ({
  applicationType: null,
  seats: '',
  from: '',
  to: '',
  message: '',
  contact: contactFieldsOf(),
});

/** What the listing asks for is offered as the answer. */
export function answerTo({ type, terms }: Pick<Listing, 'type' | 'terms'>) {
  return {
    applicationType: type,
    seats: terms.seats === undefined ? '' : String(terms.seats),
    from: terms.from ?? '',
    to: terms.to ?? '',
  };
}

/** The required fields that are empty. */
export function missingOf(fields: ResponseFields, message: string): FieldFault[] {
  const required: Record<string, string | null> = {
    '/applicationType': fields.applicationType,
    '/seats': fields.seats.trim(),
    '/from': fields.from,
    '/to': fields.to,
    '/contact/fullName': fields.contact.fullName.trim(),
  };
  return Object.entries(required)
    .filter(([, value]) => !value)
    .map(([pointer]) => ({ pointer, message }));
}

/** The form as the API takes it; a number that is none goes as it was typed, for the API to refuse at its field. */
export function responseOf(fields: ResponseFields): NewListingResponse {
  const message = fields.message.trim();
  return {
    // whatever is missing has been refused before
    applicationType: fields.applicationType!,
    seats: Number(fields.seats),
    from: fields.from,
    to: fields.to,
    contact: { fullName: '', ...contactOf(fields.contact) },
    ...(message ? { message } : {}),
  };
}
