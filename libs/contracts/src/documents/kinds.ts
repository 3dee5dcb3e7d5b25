/** The contractual documents of domain.md §4.1. */
export const DOCUMENT_KINDS = [
  'PERIOD_CONTRACT',
  'FRAMEWORK_CONTRACT',
  'FRAMEWORK_ANNEX',
  'SUPPLEMENTARY_TERMINATION',
  'SUPPLEMENTARY_AMENDMENT',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Contracts stand on their own and are closed one day; the other kinds hang on a contract. */
export function isContract(kind: DocumentKind): boolean {
  return kind === 'PERIOD_CONTRACT' || kind === 'FRAMEWORK_CONTRACT';
}

export const DOCUMENT_KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  PERIOD_CONTRACT: 'Договор на период практики',
  FRAMEWORK_CONTRACT: 'Рамочный договор',
  FRAMEWORK_ANNEX: 'Приложение к рамочному договору',
  SUPPLEMENTARY_TERMINATION:
    'Дополнительное соглашение о прекращении действия договора о практической подготовке',
  SUPPLEMENTARY_AMENDMENT:
    'Дополнительное соглашение об изменении условий договора о практической подготовке',
};
