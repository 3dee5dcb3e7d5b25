import type { ApplicationType, Supervisor } from '../terms/blocks.js';
import { placesConflicts, type PracticePlaces } from '../terms/places.js';
import type { TermsConflict } from '../terms/conflicts.js';
import { Missing } from '../terms/missing.js';
import type { ApplicationKind } from './kinds.js';

/** What a partnership application says (domain.md §5). Everything is optional while it is a draft. */
export interface PartnershipApplicationTerms {
  /** What the partnership is for. */
  applicationTypes?: ApplicationType[];
  regionCode?: string;
  areaCode?: string;
  profession?: string;
  message?: string;
  /** Whom of the author's people to ask. */
  contact?: Supervisor;
}

/** What a practice application says: the places asked for or offered, and whom to ask. */
export interface PracticeApplicationTerms extends PracticePlaces {
  message?: string;
  contact?: Supervisor;
}

export type ApplicationTerms = PartnershipApplicationTerms & PracticeApplicationTerms;

/** Members each kind has; the others are refused. */
const MEMBERS: Readonly<Record<ApplicationKind, readonly (keyof ApplicationTerms)[]>> = {
  PARTNERSHIP: ['applicationTypes', 'regionCode', 'areaCode', 'profession', 'message', 'contact'],
  PRACTICE: [
    'applicationType',
    'level',
    'specialtyCode',
    'specialtyName',
    'areaCode',
    'profession',
    'practiceKind',
    'practiceType',
    'seats',
    'from',
    'to',
    'regionCode',
    'city',
    'address',
    'conditions',
    'requirements',
    'description',
    'message',
    'contact',
  ],
};

/** JSON pointers (relative to the terms) of what an application still lacks before it may be sent. */
export function missingApplicationTerms(kind: ApplicationKind, terms: ApplicationTerms): string[] {
  const missing = new Missing();
  if (kind === 'PRACTICE') {
    missing
      .need('/applicationType', terms.applicationType)
      .need('/areaCode', terms.areaCode)
      .need('/seats', terms.seats)
      .need('/from', terms.from)
      .need('/to', terms.to)
      .need('/regionCode', terms.regionCode);
  }
  return missing.pointers;
}

/** Contradictions that are refused even in a draft. */
export function applicationConflicts(kind: ApplicationKind, terms: ApplicationTerms): TermsConflict[] {
  const foreign = Object.entries(terms)
    .filter(([name, value]) => value !== undefined && !(MEMBERS[kind] as readonly string[]).includes(name))
    .map(([name]) => ({ pointer: `/${name}`, code: 'not_for_kind' as const }));
  return [...placesConflicts(terms), ...foreign];
}
