import {
  contractTransitions,
  DOCUMENT_KIND_LABELS,
  missingPeriodContractTerms,
  periodContractConflicts,
  type TermsConflict,
} from '@praktika/contracts';
import type { KindDefinition } from '../documents/index.js';

const CONFLICT_TEXTS: Readonly<Record<TermsConflict['code'], string>> = {
  end_before_start: 'Дата окончания раньше даты начала.',
  outside_contract_period: 'Дата выходит за срок договора.',
};

/** «Договор на период практики»: drafted by the educational organization (domain.md §4.1, manual §5). */
export const periodContract: KindDefinition = {
  kind: 'PERIOD_CONTRACT',
  label: DOCUMENT_KIND_LABELS.PERIOD_CONTRACT,
  transitions: contractTransitions,
  authorSides: ['EDUCATION'],
  parentKinds: [],
  missingTerms: missingPeriodContractTerms,
  termsConflicts: (terms) =>
    periodContractConflicts(terms).map((conflict) => ({
      ...conflict,
      detail: CONFLICT_TEXTS[conflict.code],
    })),
};
