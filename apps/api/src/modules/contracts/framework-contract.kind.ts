import {
  DOCUMENT_KIND_LABELS,
  frameworkContractConflicts,
  frameworkTransitions,
  missingFrameworkContractTerms,
} from '@praktika/contracts';
import type { KindDefinition } from '../documents/index.js';

/** «Рамочный договор»: lives as a period contract does, and bears annexes (domain.md §4.2, manual §6). */
export const frameworkContract: KindDefinition = {
  kind: 'FRAMEWORK_CONTRACT',
  label: DOCUMENT_KIND_LABELS.FRAMEWORK_CONTRACT,
  transitions: frameworkTransitions,
  authorSides: ['EDUCATION'],
  missingTerms: missingFrameworkContractTerms,
  termsConflicts: frameworkContractConflicts,
};
