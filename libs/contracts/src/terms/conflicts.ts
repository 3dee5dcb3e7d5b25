import type { ProgrammeLine } from './blocks.js';

/** A contradiction inside the terms: pointer relative to the terms and a stable code. */
export interface TermsConflict {
  readonly pointer: string;
  readonly code: keyof typeof TERMS_CONFLICT_TEXTS;
}

/** What is wrong with terms that nobody could mean, in Russian; the codes are stable. */
export const TERMS_CONFLICT_TEXTS = {
  end_before_start: 'Дата окончания раньше даты начала.',
  outside_contract_period: 'Дата выходит за срок договора.',
  not_for_kind: 'Этого условия нет у документов такого вида.',
  changed_twice: 'Это условие уже меняется с той же даты в другой строке.',
  value_required: 'Укажите новое значение.',
  more_than_listed: 'В заявке меньше мест.',
  outside_listing_period: 'Срок не совпадает со сроком заявки ни в одном дне.',
  in_the_past: 'Эта дата уже прошла.',
} as const;

/** Anything that lasts from one date to another, `YYYY-MM-DD`. */
export interface Period {
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Contradictions of a period and of the programme lines inside it, refused even in a draft. */
export function periodConflicts(terms: Period & { readonly programmes?: ProgrammeLine[] }): TermsConflict[] {
  const { validFrom, validTo } = terms;
  const conflicts: TermsConflict[] = [];
  if (validFrom && validTo && validTo < validFrom) {
    conflicts.push({ pointer: '/validTo', code: 'end_before_start' });
  }
  terms.programmes?.forEach((line, index) => {
    const at = `/programmes/${index}`;
    if (line.from && line.to && line.to < line.from) {
      conflicts.push({ pointer: `${at}/to`, code: 'end_before_start' });
    }
    if (line.from && validFrom && line.from < validFrom) {
      conflicts.push({ pointer: `${at}/from`, code: 'outside_contract_period' });
    }
    if (line.to && validTo && line.to > validTo) {
      conflicts.push({ pointer: `${at}/to`, code: 'outside_contract_period' });
    }
  });
  return conflicts;
}

/** Members of the terms that this kind of document does not have. */
export function foreignTerms(terms: object, ...absent: readonly string[]): TermsConflict[] {
  return absent
    .filter((name) => (terms as Readonly<Record<string, unknown>>)[name] !== undefined)
    .map((name) => ({ pointer: `/${name}`, code: 'not_for_kind' as const }));
}
