import type { Supervisor } from '@praktika/contracts';
import { filled } from './places-fields.js';

/** A person to ask, as typed. */
export interface ContactFields {
  fullName: string;
  position: string;
  phone: string;
  email: string;
}

export function contactFieldsOf(contact?: Partial<Supervisor>): ContactFields {
  return {
    fullName: contact?.fullName ?? '',
    position: contact?.position ?? '',
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
  };
}

/** The person as the API takes them: what was not filled is left out. */
export function contactOf(fields: ContactFields): Partial<Supervisor> {
  return filled({
    fullName: fields.fullName.trim(),
    position: fields.position.trim(),
    phone: fields.phone.trim(),
    email: fields.email.trim(),
  });
}

/** A person and the ways to reach them in one line. */
export const contactText = (person: Partial<Supervisor> | null | undefined): string =>
  [person?.fullName, person?.position, person?.phone, person?.email].filter(Boolean).join(', ');
