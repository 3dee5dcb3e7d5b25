import { EDUCATION_LEVELS, levelOfSpecialty, type EducationLevel } from '../validation/specialty-code.js';

/** «Тип образовательной организации» of the registry (manual §2, §14.1; domain.md §5). */
export const EDUCATION_TYPES = ['HIGHER', 'VOCATIONAL', 'OTHER'] as const;

export type EducationType = (typeof EDUCATION_TYPES)[number];

export const EDUCATION_TYPE_LABELS: Readonly<Record<EducationType, string>> = {
  HIGHER: 'ВО',
  VOCATIONAL: 'СПО',
  OTHER: 'Иная',
};

/** A programme an educational organization teaches, by the code of its specialty. */
export interface DeclaredProgramme {
  /** `NN.NN.NN`; the middle pair tells the level. */
  specialtyCode: string;
  specialtyName: string;
}

/** What an educational organization declares in its profile (domain.md §5). */
export interface EducationDeclaration {
  levels: EducationLevel[];
  programmes: DeclaredProgramme[];
  /** Codes of the areas of professional activity it trains for. */
  areaCodes: string[];
}

/** Longest lists and texts of a declaration. */
export const DECLARATION_LIMITS = { programmes: 1_000, name: 200 } as const;

/** The levels declared, with those of the programmes: whoever teaches a programme teaches at its level. */
export function declaredLevels({
  levels,
  programmes,
}: Pick<EducationDeclaration, 'levels' | 'programmes'>): EducationLevel[] {
  const taught = programmes.map(({ specialtyCode }) => levelOfSpecialty(specialtyCode));
  const all = new Set([...levels, ...taught]);
  return EDUCATION_LEVELS.filter((level) => all.has(level));
}
