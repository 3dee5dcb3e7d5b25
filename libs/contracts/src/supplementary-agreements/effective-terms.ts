import type { Premise, Supervisor } from '../terms/blocks.js';
import type { ChangeableTerm, TermsChange } from './changes.js';

/** The changeable terms of a contract as it was concluded. The other terms are never changed by data. */
export interface ContractTerms {
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly premises?: readonly Premise[];
  readonly educationSupervisor?: Supervisor;
  readonly employerConditions?: string;
  readonly studentConditions?: string;
  /** As the employer gave them at approval. */
  readonly seats?: number | null;
  readonly responsible?: Partial<Supervisor> | null;
}

/** A concluded agreement with its changes. */
export interface ConcludedAgreement {
  readonly id: string;
  /** Its own date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly changes: readonly TermsChange[];
}

/** A change that is in force, with what it replaced. */
export interface AppliedChange {
  readonly agreementId: string;
  readonly term: ChangeableTerm;
  readonly effectiveFrom: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface EffectiveTerms<Terms extends ContractTerms> {
  readonly terms: Terms;
  readonly applied: readonly AppliedChange[];
}

/**
 * The terms in force on a date: those of the contract with every change of its concluded agreements that has taken
 * effect by then. Changes are taken by the date they take effect, then by the date of their agreement, then by its
 * id: the order in which agreements were concluded or are listed does not matter. Pure.
 *
 * @param on local date of the reader's organization, `YYYY-MM-DD`
 */
export function effectiveTerms<Terms extends ContractTerms>(
  concluded: Terms,
  agreements: readonly ConcludedAgreement[],
  on: string,
): EffectiveTerms<Terms> {
  const inForce = agreements
    .flatMap(({ id, date, changes }) => changes.map((change) => ({ id, date, change })))
    .filter(({ change }) => change.effectiveFrom <= on)
    .sort((one, other) => compare(orderOf(one), orderOf(other)));

  let terms = concluded;
  const applied: AppliedChange[] = [];
  for (const { id, change } of inForce) {
    const { term, effectiveFrom } = change;
    const after = change[term];
    applied.push({ agreementId: id, term, effectiveFrom, before: valueOf(terms, term), after });
    terms = { ...terms, ...(term === 'period' ? change.period : { [term]: after }) };
  }
  return { terms, applied };
}

/** The present value of a changeable term, in the shape a change gives it. */
function valueOf(terms: ContractTerms, term: ChangeableTerm): unknown {
  if (term !== 'period') return terms[term] ?? null;
  return { validFrom: terms.validFrom, validTo: terms.validTo };
}

type Ordered = { readonly id: string; readonly date: string; readonly change: TermsChange };

const orderOf = ({ id, date, change }: Ordered) => [change.effectiveFrom, date, id, change.term] as const;

function compare(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  if (at < 0) return 0;
  return (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}
