import {
  DOCUMENT_KIND_LABELS,
  documentTransitions,
  foreignTerms,
  type TerminationTerms,
} from '@praktika/contracts';
import { transitionChange, type KindDefinition } from '../documents/index.js';

/**
 * «Дополнительное соглашение о прекращении действия договора»: once concluded, its contract is «Исполнен» in the
 * same commit (domain.md §4.4, manual §7.2.5).
 */
export const termination: KindDefinition = {
  kind: 'SUPPLEMENTARY_TERMINATION',
  label: DOCUMENT_KIND_LABELS.SUPPLEMENTARY_TERMINATION,
  transitions: documentTransitions,
  authorSides: ['EMPLOYER', 'EDUCATION'],
  parent: {
    kinds: ['PERIOD_CONTRACT', 'FRAMEWORK_CONTRACT'],
    action: 'terminate',
    whileOpen: { terminates: true },
  },
  constraints: { one_termination: 'termination_open' },
  missingTerms: () => [],
  termsConflicts: (terms: TerminationTerms) => foreignTerms(terms, 'changes'),
  onConcluded: (agreement, contract, now) => {
    const title = agreement.currentRevision?.title ?? agreement.kind.label;
    return [
      transitionChange(contract, 'close', 'EXECUTED', now, {
        patch: {
          close_mode: 'WITH_AGREEMENT',
          closed_at: now.toISOString(),
          close_details: {
            organizationId: agreement.author.id,
            files: [],
            agreement: { id: agreement.row.id, title },
          },
        },
        payload: { comment: title, closeMode: 'WITH_AGREEMENT' },
      }),
    ];
  },
};
