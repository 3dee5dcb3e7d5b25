import type { EducationLevel } from '../validation/specialty-code.js';
import type { ApplicationType, PracticeKind } from './blocks.js';
import type { TermsConflict } from './conflicts.js';

/** What the employer gives or asks for besides the work itself (domain.md §5). */
export const PLACE_CONDITIONS = ['PAID', 'HOUSING', 'MEDICAL_BOOK', 'PROTECTIVE_EQUIPMENT'] as const;

export type PlaceCondition = (typeof PLACE_CONDITIONS)[number];

export const PLACE_CONDITION_LABELS: Readonly<Record<PlaceCondition, string>> = {
  PAID: 'Оплачивается',
  HOUSING: 'Предоставляется жильё',
  MEDICAL_BOOK: 'Нужна медицинская книжка',
  PROTECTIVE_EQUIPMENT: 'Выдаются средства индивидуальной защиты',
};

/** Places for practical training, offered or asked for: the body of a practice application and of a listing. */
export interface PracticePlaces {
  applicationType?: ApplicationType;
  level?: EducationLevel;
  specialtyCode?: string;
  specialtyName?: string;
  /** Code of the area of professional activity. */
  areaCode?: string;
  profession?: string;
  practiceKind?: PracticeKind;
  practiceType?: string;
  seats?: number;
  /** `YYYY-MM-DD`, both days included. */
  from?: string;
  to?: string;
  regionCode?: string;
  city?: string;
  address?: string;
  conditions?: PlaceCondition[];
  requirements?: string;
  description?: string;
}

/** Longest texts and largest numbers of places. */
export const PLACES_LIMITS = {
  seats: 10_000,
  name: 200,
  address: 500,
  text: 4_000,
} as const;

/** Contradictions of places that nobody could mean. */
export function placesConflicts({ from, to }: PracticePlaces): TermsConflict[] {
  return from && to && to < from ? [{ pointer: '/to', code: 'end_before_start' }] : [];
}
