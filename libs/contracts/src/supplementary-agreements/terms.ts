import { canonicalJson } from '../workflow/canonical-json.js';
import type { TermsConflict } from '../terms/conflicts.js';
import type { TermsChange } from './changes.js';

/** The terms of an agreement that changes a contract (manual §8): the file says all, the changes say it again. */
export interface AmendmentTerms {
  changes?: TermsChange[];
}

/** The terms of an agreement that ends a contract (manual §7.2). */
export interface TerminationTerms {
  /** The day the parties name as the last, `YYYY-MM-DD`; the status moves when the agreement is concluded. */
  effectiveDate?: string;
  reason?: string;
}

/** Contradictions inside the changes of one agreement: JSON pointers into the terms. */
export function amendmentConflicts(terms: AmendmentTerms): TermsConflict[] {
  const seen = new Set<string>();
  return (terms.changes ?? []).flatMap((change, index): TermsConflict[] => {
    const at = `/changes/${index}`;
    const key = `${change.term} ${change.effectiveFrom}`;
    if (seen.has(key)) return [{ pointer: `${at}/term`, code: 'changed_twice' }];
    seen.add(key);
    if (change[change.term] === undefined || change[change.term] === null) {
      return [{ pointer: `${at}/${change.term}`, code: 'value_required' }];
    }
    const { period } = change;
    if (change.term === 'period' && period && period.validTo < period.validFrom) {
      return [{ pointer: `${at}/period/validTo`, code: 'end_before_start' }];
    }
    return [];
  });
}

/**
 * Changes of an agreement that another one contradicts: the same term from the same date to another value.
 *
 * @returns indexes into `own`
 */
export function contradictedChanges(own: readonly TermsChange[], other: readonly TermsChange[]): number[] {
  return own.flatMap((change, index) => {
    const rival = other.find(
      ({ term, effectiveFrom }) => term === change.term && effectiveFrom === change.effectiveFrom,
    );
    const differs = rival && canonicalJson(rival[rival.term]) !== canonicalJson(change[change.term]);
    return differs ? [index] : [];
  });
}
