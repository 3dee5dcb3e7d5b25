import type { ChangeableTerm, ChangeableTerms } from '@praktika/contracts';
import { formatDate } from '../../../app/format.js';

/** The value of a changeable term as people read it; several lines for premises, empty when there is none. */
export function shownTerm(term: ChangeableTerm, value: unknown): string {
  if (value === undefined || value === null) return '';
  return TEXTS[term](value as never);
}

const person = ({ fullName, position, phone, email }: ChangeableTerms['responsible']) =>
  [fullName, position, phone, email].filter(Boolean).join(', ');

const TEXTS: Readonly<{ [Term in ChangeableTerm]: (value: ChangeableTerms[Term]) => string }> = {
  period: ({ validFrom, validTo }) => `${formatDate(validFrom)} – ${formatDate(validTo)}`,
  seats: String,
  responsible: person,
  educationSupervisor: person,
  premises: (premises) =>
    premises.map(({ name, address }) => [name, address].filter(Boolean).join(', ')).join('\n'),
  employerConditions: String,
  studentConditions: String,
};
