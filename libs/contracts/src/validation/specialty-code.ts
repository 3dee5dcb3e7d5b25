/** Education levels (domain.md §3.2); the middle pair of a specialty code tells the level. */
export const EDUCATION_LEVELS = [
  'SPO_WORKER',
  'SPO_SPECIALIST',
  'BACHELOR',
  'SPECIALIST',
  'MASTER',
  'POSTGRADUATE',
] as const;

export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

export const EDUCATION_LEVEL_LABELS: Readonly<Record<EducationLevel, string>> = {
  SPO_WORKER: 'СПО: рабочие, служащие',
  SPO_SPECIALIST: 'СПО: специалисты среднего звена',
  BACHELOR: 'Бакалавриат',
  SPECIALIST: 'Специалитет',
  MASTER: 'Магистратура',
  POSTGRADUATE: 'Аспирантура',
};

const LEVEL_BY_PAIR: Readonly<Record<string, EducationLevel>> = {
  '01': 'SPO_WORKER',
  '02': 'SPO_SPECIALIST',
  '03': 'BACHELOR',
  '04': 'MASTER',
  '05': 'SPECIALIST',
  '06': 'POSTGRADUATE',
  '07': 'POSTGRADUATE',
  '08': 'POSTGRADUATE',
  '09': 'POSTGRADUATE',
  '10': 'POSTGRADUATE',
};

/** A code of the present classifier, `NN.NN.NN`. */
export function isSpecialtyCode(value: string): boolean {
  return /^\d{2}\.\d{2}\.\d{2}$/.test(value);
}

/** The level a specialty code belongs to, or undefined for a code of no known level. */
export function levelOfSpecialty(code: string): EducationLevel | undefined {
  return isSpecialtyCode(code) ? LEVEL_BY_PAIR[code.slice(3, 5)] : undefined;
}
