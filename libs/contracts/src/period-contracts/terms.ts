import type { Assessment, Premise, ProgrammeLine, Supervisor } from '../terms/blocks.js';
import { foreignTerms, periodConflicts, type TermsConflict } from '../terms/conflicts.js';
import { Missing } from '../terms/missing.js';

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

/**
 * JSON pointers (relative to the terms) of what a period contract still lacks before it may be sent. Pure; the
 * API refuses by it and the form marks fields by it.
 */
export function missingPeriodContractTerms(terms: PeriodContractTerms): string[] {
  return new Missing()
    .need('/validFrom', terms.validFrom)
    .need('/validTo', terms.validTo)
    .needProgrammes(terms.programmes)
    .need('/premises', terms.premises?.length)
    .need('/educationSupervisor', terms.educationSupervisor?.fullName)
    .need('/assessment', terms.assessment).pointers;
}

/** Contradictions that are refused even in a draft: they can only be mistakes. */
export function periodContractConflicts(terms: PeriodContractTerms): TermsConflict[] {
  return [...periodConflicts(terms), ...foreignTerms(terms, 'prolongation')];
}
