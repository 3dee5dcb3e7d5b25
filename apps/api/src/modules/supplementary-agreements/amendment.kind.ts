import {
  amendmentConflicts,
  contradictedChanges,
  DOCUMENT_KIND_LABELS,
  documentTransitions,
  foreignTerms,
  type AmendmentTerms,
} from '@praktika/contracts';
import type { Database } from '../../core/database/index.js';
import type { KindDefinition, SendingConflicts, VisibleDocument } from '../documents/index.js';
import { RIVAL_AMENDMENTS, type AgreementRow } from './agreements.queries.js';

/**
 * «Дополнительное соглашение об изменении условий договора»: the contract stays concluded, the terms in force are
 * those with the agreement's changes (domain.md §4.4, manual §8).
 */
export const amendment = (database: Database): KindDefinition => ({
  kind: 'SUPPLEMENTARY_AMENDMENT',
  label: DOCUMENT_KIND_LABELS.SUPPLEMENTARY_AMENDMENT,
  transitions: documentTransitions,
  authorSides: ['EMPLOYER', 'EDUCATION'],
  parent: { kinds: ['PERIOD_CONTRACT', 'FRAMEWORK_CONTRACT'], action: 'amend' },
  missingTerms: () => [],
  termsConflicts: (terms: AmendmentTerms) => [
    ...amendmentConflicts(terms),
    ...foreignTerms(terms, 'effectiveDate', 'reason'),
  ],
  sendingConflicts: (document) => contradictions(database, document),
});

/** Changes that another agreement, already sent, makes otherwise from the same day. */
async function contradictions(
  database: Database,
  document: VisibleDocument,
): Promise<SendingConflicts | undefined> {
  const { changes } = (document.projection.draft?.terms ?? {}) as AmendmentTerms;
  if (!changes?.length) return undefined;
  const rivals = await database.read<AgreementRow>(document.actor, RIVAL_AMENDMENTS, [
    document.row.parent_id,
    document.row.id,
  ]);
  const errors = rivals.flatMap((rival) =>
    contradictedChanges(changes, rival.changes ?? []).map((index) => ({
      pointer: `/terms/changes/${index}`,
      code: 'contradicts_agreement',
      detail: `С того же дня иначе меняет это условие: ${rival.title}.`,
    })),
  );
  return { errors, beside: rivals.map(({ id }) => id) };
}
