/** A column of an imported table, as its template shows it. */
export interface ImportColumn<Code extends string = string> {
  readonly code: Code;
  readonly heading: string;
  /** Other headings it is known by. */
  readonly aliases?: readonly string[];
  /** Must the table have it? */
  readonly required: boolean;
  /** What to write into it, in Russian. */
  readonly hint: string;
  readonly example: string;
}

/** Why a cell holds nothing that could be read, whatever it is to mean. */
export type CellFault = 'formula_error' | 'formula_without_result' | 'too_long' | 'broken_text';

/** A cell as it was read: its text (numbers in digits, dates as `YYYY-MM-DD`), or why there is none. */
export type ImportCell = string | { readonly fault: CellFault };

/** A row as it was read: its number in the file, counted from 1 with the headings, and its cells. */
export interface ImportRow {
  readonly number: number;
  readonly cells: readonly ImportCell[];
}
