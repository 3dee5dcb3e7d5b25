import {
  contractTransitions,
  DOCUMENT_KIND_LABELS,
  missingPeriodContractTerms,
  periodContractConflicts,
} from '@praktika/contracts';
import type { KindDefinition } from '../documents/index.js';

/** «Договор на период практики»: drafted by the educational organization (domain.md §4.1, manual §5). */
export const periodContract: KindDefinition = {
  kind: 'PERIOD_CONTRACT',
  label: DOCUMENT_KIND_LABELS.PERIOD_CONTRACT,
  transitions: contractTransitions,
  authorSides: ['EDUCATION'],
  missingTerms: missingPeriodContractTerms,
  termsConflicts: periodContractConflicts,
};
