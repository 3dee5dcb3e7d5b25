import { filled } from './places-fields.js';

/** Who answers for the practice: a person of the organization, with contacts that may differ from their own. */
export interface ResponsibleFields {
  personId: string | null;
  position: string;
  phone: string;
  email: string;
}

export const nobodyResponsible = (): ResponsibleFields => ({
  personId: null,
  position: '',
  phone: '',
  email: '',
});

/** The body of «Принять»: empty when nobody is named. */
export function responsibleBody(fields: ResponsibleFields): {
  responsible?: { personId: string; position?: string; phone?: string; email?: string };
} {
  if (!fields.personId) return {};
  const contacts = filled({
    position: fields.position.trim(),
    phone: fields.phone.trim(),
    email: fields.email.trim(),
  });
  return { responsible: { personId: fields.personId, ...contacts } };
}
