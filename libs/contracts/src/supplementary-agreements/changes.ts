import type { Premise, Supervisor } from '../terms/blocks.js';

/** Terms that an agreement can change beside its file (domain.md §5): name and shape of the new value. */
export interface ChangeableTerms {
  period: { validFrom: string; validTo: string };
  /** «Количество вакантных мест». */
  seats: number;
  /** Who answers for the practice on the employer's side. */
  responsible: Supervisor;
  premises: Premise[];
  educationSupervisor: Supervisor;
  employerConditions: string;
  studentConditions: string;
}

export type ChangeableTerm = keyof ChangeableTerms;

export const CHANGEABLE_TERM_LABELS: Readonly<Record<ChangeableTerm, string>> = {
  period: 'Срок договора',
  seats: 'Количество вакантных мест',
  responsible: 'Ответственный от работодателя',
  premises: 'Помещения и адреса',
  educationSupervisor: 'Руководитель от образовательной организации',
  employerConditions: 'Сведения от работодателя',
  studentConditions: 'Сведения от студента',
};

export const CHANGEABLE_TERMS = Object.keys(CHANGEABLE_TERM_LABELS) as readonly ChangeableTerm[];

/**
 * One structured change: from a date on (`YYYY-MM-DD`), a term has another value. The value stands under the name
 * of the term, so that each has a schema of its own.
 */
export type TermsChange = { readonly effectiveFrom: string; readonly term: ChangeableTerm } & {
  readonly [Term in ChangeableTerm]?: ChangeableTerms[Term];
};
