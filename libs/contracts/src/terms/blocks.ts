import type { EducationLevel } from '../validation/specialty-code.js';

/** Codes of domain.md §8.15. */
export const GRADE_SCALES = ['FIVE_POINT', 'PASS_FAIL', 'NONE'] as const;
export const REPORT_MODES = ['ON_PORTAL', 'OUTSIDE'] as const;
export const PRACTICE_KINDS = ['EDUCATIONAL', 'INDUSTRIAL', 'PRE_GRADUATION'] as const;
export const FORMS_OF_STUDY = ['FULL_TIME', 'PART_TIME', 'EXTRAMURAL'] as const;

/** «Тип заявки» of the manual's §14. */
export const APPLICATION_TYPES = ['PRACTICE', 'INTERNSHIP'] as const;

export type ApplicationType = (typeof APPLICATION_TYPES)[number];
export type GradeScale = (typeof GRADE_SCALES)[number];
export type ReportMode = (typeof REPORT_MODES)[number];
export type PracticeKind = (typeof PRACTICE_KINDS)[number];
export type FormOfStudy = (typeof FORMS_OF_STUDY)[number];

export const GRADE_SCALE_LABELS: Readonly<Record<GradeScale, string>> = {
  FIVE_POINT: 'Пятибалльная',
  PASS_FAIL: 'Зачет / незачет',
  NONE: 'Без оценки',
};
export const REPORT_MODE_LABELS: Readonly<Record<ReportMode, string>> = {
  ON_PORTAL: 'На портале',
  OUTSIDE: 'Вне портала',
};
export const PRACTICE_KIND_LABELS: Readonly<Record<PracticeKind, string>> = {
  EDUCATIONAL: 'Учебная',
  INDUSTRIAL: 'Производственная',
  PRE_GRADUATION: 'Преддипломная',
};
export const FORM_OF_STUDY_LABELS: Readonly<Record<FormOfStudy, string>> = {
  FULL_TIME: 'Очная',
  PART_TIME: 'Очно-заочная',
  EXTRAMURAL: 'Заочная',
};

export const APPLICATION_TYPE_LABELS: Readonly<Record<ApplicationType, string>> = {
  PRACTICE: 'Проведение практики',
  INTERNSHIP: 'Проведение стажировки',
};

/** One line of «Приложение 1» of the model contract: a programme, how many students, when. Dates `YYYY-MM-DD`. */
export interface ProgrammeLine {
  level?: EducationLevel;
  specialtyCode: string;
  specialtyName: string;
  profile?: string;
  course?: number;
  group?: string;
  formOfStudy?: FormOfStudy;
  practiceKind?: PracticeKind;
  practiceType?: string;
  seats?: number;
  from?: string;
  to?: string;
}

/** «Приложение 2»: where the practice takes place. */
export interface Premise {
  name: string;
  address?: string;
}

/** A supervisor of the practice from one of the parties. */
export interface Supervisor {
  fullName: string;
  position?: string;
  phone?: string;
  email?: string;
}

/** How results are assessed and reported (manual §5.1, §13.6). */
export interface Assessment {
  gradeScale: GradeScale;
  reportMode: ReportMode;
  reportSignatureRequired: boolean;
}

/** Longest lists, texts and largest numbers of any terms. */
export const TERMS_LIMITS = {
  programmes: 100,
  premises: 50,
  seats: 10_000,
  conditions: 5_000,
  changes: 20,
  reason: 2_000,
} as const;
