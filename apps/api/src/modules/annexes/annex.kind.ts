import {
  annexConflicts,
  annexTransitions,
  DOCUMENT_KIND_LABELS,
  missingAnnexTerms,
} from '@praktika/contracts';
import type { KindDefinition } from '../documents/index.js';

/** «Приложение к рамочному договору»: no revision step; approval names a responsible person (manual §10). */
export const annex: KindDefinition = {
  kind: 'FRAMEWORK_ANNEX',
  label: DOCUMENT_KIND_LABELS.FRAMEWORK_ANNEX,
  transitions: annexTransitions,
  absentStatuses: ['ON_REVISION'],
  authorSides: ['EDUCATION'],
  parent: {
    kinds: ['FRAMEWORK_CONTRACT'],
    action: 'add-annex',
    whileOpen: { obligation: 'open_annex' },
  },
  missingTerms: missingAnnexTerms,
  termsConflicts: annexConflicts,
};
