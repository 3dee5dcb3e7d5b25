/** A column of a sheet. */
export interface SheetColumn {
  readonly title: string;
  readonly type: 'text' | 'date' | 'instant';
  /** Characters wide. */
  readonly width: number;
}

/** What the program that writes a sheet is told. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
}
