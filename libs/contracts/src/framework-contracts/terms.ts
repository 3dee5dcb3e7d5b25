import type { PeriodContractTerms } from '../period-contracts/terms.js';
import { foreignTerms, periodConflicts, type TermsConflict } from '../terms/conflicts.js';
import { Missing } from '../terms/missing.js';

/** What happens when the contract's period has run out. */
export const PROLONGATIONS = ['NONE', 'YEARLY'] as const;

export type Prolongation = (typeof PROLONGATIONS)[number];

export const PROLONGATION_LABELS: Readonly<Record<Prolongation, string>> = {
  NONE: 'Без продления',
  YEARLY: 'Продлевается на год, если стороны не возражают',
};

/**
 * The terms of a framework contract (domain.md §5): those of a period contract without its programme lines, which
 * come with annexes, and with a rule of prolongation.
 */
export interface FrameworkContractTerms extends Omit<PeriodContractTerms, 'programmes'> {
  prolongation?: Prolongation;
}

/** JSON pointers (relative to the terms) of what a framework contract still lacks before it may be sent. */
export function missingFrameworkContractTerms(terms: FrameworkContractTerms): string[] {
  return new Missing()
    .need('/validFrom', terms.validFrom)
    .need('/validTo', terms.validTo)
    .need('/educationSupervisor', terms.educationSupervisor?.fullName)
    .need('/assessment', terms.assessment).pointers;
}

/** Contradictions refused even in a draft. */
export function frameworkContractConflicts(terms: FrameworkContractTerms): TermsConflict[] {
  return [...periodConflicts(terms), ...foreignTerms(terms, 'programmes')];
}
