import {
  applicationConflicts,
  missingApplicationTerms,
  PLACES_LIMITS,
  TERMS_CONFLICT_TEXTS,
  type ApplicationKind,
} from '@praktika/contracts';
import type { FieldFault } from '../../../app/forms/use-form.js';
import { draftOf, type ApplicationFields } from './application-fields.js';

/** What the checks say, in the words of the interface. */
export interface CheckWords {
  readonly seats: string;
  readonly required: string;
  readonly fileOrDraft: string;
  /** Name of a field by the last step of its pointer. */
  readonly label: (name: string) => string;
}

/** Values that can only be mistakes: they keep even a draft from being stored. */
export function draftFaults(
  kind: ApplicationKind,
  fields: ApplicationFields,
  words: CheckWords,
): FieldFault[] {
  const { terms } = draftOf(kind, fields);
  const seats = terms.seats;
  const wrongSeats =
    seats !== undefined && !(Number.isInteger(seats) && seats >= 1 && seats <= PLACES_LIMITS.seats);
  const conflicts = applicationConflicts(kind, terms).map(({ pointer, code }) => ({
    pointer: `/terms${pointer}`,
    message: TERMS_CONFLICT_TEXTS[code],
  }));
  return [...(wrongSeats ? [{ pointer: '/terms/seats', message: words.seats }] : []), ...conflicts];
}

/** What is still lacking before the application may be sent. */
export function sendingFaults(
  kind: ApplicationKind,
  fields: ApplicationFields,
  words: CheckWords,
): FieldFault[] {
  const { terms, expectsDraftContract, fileId } = draftOf(kind, fields);
  const missing = missingApplicationTerms(kind, terms).map((pointer) => ({
    pointer: `/terms${pointer}`,
    message: `${words.label(pointer.slice(1))}: ${words.required}`,
  }));
  const contract =
    expectsDraftContract || fileId ? [] : [{ pointer: '/expectsDraftContract', message: words.fileOrDraft }];
  return [...missing, ...contract];
}
