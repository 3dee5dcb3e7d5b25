/**
 * What came of a row: `VALID` would be written but was not, because it was a dry run or everything depends on every
 * row; `UNCHANGED` says what is known already; `REFUSED` has errors.
 */
export const IMPORT_ROW_OUTCOMES = ['VALID', 'CREATED', 'UPDATED', 'UNCHANGED', 'REFUSED'] as const;

export type ImportRowOutcome = (typeof IMPORT_ROW_OUTCOMES)[number];

export const IMPORT_ROW_OUTCOME_LABELS: Readonly<Record<ImportRowOutcome, string>> = {
  VALID: 'Без ошибок, не записана',
  CREATED: 'Добавлена',
  UPDATED: 'Обновлена',
  UNCHANGED: 'Без изменений',
  REFUSED: 'Отклонена',
};

/** What is wrong with a row: the column as its heading names it (null for the whole row), a stable code, and why. */
export interface ImportRowError {
  readonly column: string | null;
  readonly code: string;
  readonly text: string;
}

/** A row as it was judged: what to write, or why not. `label` names the row to people. */
export type JudgedRow<Value> =
  | { readonly label: string; readonly value: Value; readonly errors?: undefined }
  | { readonly label: string; readonly value?: undefined; readonly errors: readonly ImportRowError[] };
