import type { PeriodContractTerms } from '../period-contracts/terms.js';
import { periodConflicts, type TermsConflict } from '../terms/conflicts.js';
import { Missing } from '../terms/missing.js';

/**
 * The terms of an annex to a framework contract (domain.md §5, manual §10): a practice period under the framework.
 * What it does not say is as the framework contract says.
 */
export type AnnexTerms = Pick<
  PeriodContractTerms,
  | 'validFrom'
  | 'validTo'
  | 'programmes'
  | 'premises'
  | 'educationSupervisor'
  | 'employerSupervisor'
  | 'assessment'
>;

/** JSON pointers (relative to the terms) of what an annex still lacks before it may be sent. */
export function missingAnnexTerms(terms: AnnexTerms): string[] {
  return new Missing()
    .need('/validFrom', terms.validFrom)
    .need('/validTo', terms.validTo)
    .needProgrammes(terms.programmes)
    .need('/assessment', terms.assessment).pointers;
}

/** Contradictions refused even in a draft. */
export function annexConflicts(terms: AnnexTerms): TermsConflict[] {
  return periodConflicts(terms);
}
