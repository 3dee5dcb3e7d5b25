import type { EducationLevel } from '../validation/specialty-code.js';

/** Codes of domain.md §8.15. */
export const GRADE_SCALES = ['FIVE_POINT', 'PASS_FAIL', 'NONE'] as const;
export const REPORT_MODES = ['ON_PORTAL', 'OUTSIDE'] as const;
export const PRACTICE_KINDS = ['EDUCATIONAL', 'INDUSTRIAL', 'PRE_GRADUATION'] as const;
export const FORMS_OF_STUDY = ['FULL_TIME', 'PART_TIME', 'EXTRAMURAL'] as const;

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

/** The terms of a period contract (domain.md §5). Everything is optional while the document is a draft. */
export interface PeriodContractTerms {
  validFrom?: string;
  validTo?: string;
  programmes?: ProgrammeLine[];
  premises?: Premise[];
  educationSupervisor?: Supervisor;
  employerSupervisor?: Supervisor;
  assessment?: Assessment;
  /** What the employer provides and needs to know (manual §5.1). */
  employerConditions?: string;
  /** What the student must bring and do (manual §5.1). */
  studentConditions?: string;
}

export const PERIOD_CONTRACT_LIMITS = {
  programmes: 100,
  premises: 50,
  seats: 10_000,
  conditions: 5_000,
} as const;

/**
 * JSON pointers (relative to the terms) of what a period contract still lacks before it may be sent. Pure; the
 * API refuses by it and the form marks fields by it.
 */
export function missingPeriodContractTerms(terms: PeriodContractTerms): string[] {
  const missing: string[] = [];
  const need = (pointer: string, present: boolean) => {
    if (!present) missing.push(pointer);
  };
  need('/validFrom', Boolean(terms.validFrom));
  need('/validTo', Boolean(terms.validTo));
  need('/programmes', (terms.programmes?.length ?? 0) > 0);
  terms.programmes?.forEach((line, index) => {
    const at = `/programmes/${index}`;
    need(`${at}/practiceKind`, line.practiceKind !== undefined);
    need(`${at}/seats`, (line.seats ?? 0) > 0);
    need(`${at}/from`, Boolean(line.from));
    need(`${at}/to`, Boolean(line.to));
  });
  need('/premises', (terms.premises?.length ?? 0) > 0);
  need('/educationSupervisor', Boolean(terms.educationSupervisor?.fullName));
  need('/assessment', terms.assessment !== undefined);
  return missing;
}

/** A contradiction inside the terms: pointer relative to the terms and a stable code. */
export interface TermsConflict {
  readonly pointer: string;
  readonly code: 'end_before_start' | 'outside_contract_period';
}

/** Contradictions that are refused even in a draft: they can only be mistakes. */
export function periodContractConflicts(terms: PeriodContractTerms): TermsConflict[] {
  const conflicts: TermsConflict[] = [];
  const { validFrom, validTo } = terms;
  if (validFrom && validTo && validTo < validFrom)
    conflicts.push({ pointer: '/validTo', code: 'end_before_start' });
  terms.programmes?.forEach((line, index) => {
    const at = `/programmes/${index}`;
    if (line.from && line.to && line.to < line.from) {
      conflicts.push({ pointer: `${at}/to`, code: 'end_before_start' });
    }
    if (line.from && validFrom && line.from < validFrom) {
      conflicts.push({ pointer: `${at}/from`, code: 'outside_contract_period' });
    }
    if (line.to && validTo && line.to > validTo) {
      conflicts.push({ pointer: `${at}/to`, code: 'outside_contract_period' });
    }
  });
  return conflicts;
}
