import {
  DIRECTION_LABELS,
  DOCUMENT_KIND_LABELS,
  DOCUMENT_STATUS_LABELS,
  EXPORT_COLUMN_LABELS,
  type ExportColumn,
} from '@praktika/contracts';
import { escapeLiteral } from 'pg';
import type { SheetColumn } from './xlsx/sheet.js';

/** How a column of the registry becomes one of a table. */
interface ColumnSource {
  readonly type: SheetColumn['type'];
  /** SQL over `registry_entries e` and `organizations p`, the partner. */
  readonly sql: string;
  /** Can people have written it, so that a spreadsheet might take it for a formula? */
  readonly free?: true;
  /** Characters wide. */
  readonly width: number;
}

const day = (column: string): ColumnSource => ({ type: 'date', sql: column, width: 14 });

/** An instant as the clock of the organization shows it; `$zone` stands for its time zone. */
const instant = (column: string): ColumnSource => ({
  type: 'instant',
  sql: `date_trunc('second', ${column} AT TIME ZONE $zone)`,
  width: 20,
});

/** The label of a closed set's value. */
const label = (column: string, labels: Readonly<Record<string, string>>, width: number): ColumnSource => ({
  type: 'text',
  sql: `CASE ${column} ${Object.entries(labels)
    .map(([value, text]) => `WHEN ${escapeLiteral(value)} THEN ${escapeLiteral(text)}`)
    .join(' ')} END`,
  width,
});

const SOURCES: Readonly<Record<ExportColumn, ColumnSource>> = {
  kind: label('e.kind', DOCUMENT_KIND_LABELS, 32),
  number: { type: 'text', sql: 'e.number', free: true, width: 16 },
  date: day('e.document_date'),
  title: { type: 'text', sql: 'e.title', free: true, width: 60 },
  status: label('e.status', DOCUMENT_STATUS_LABELS, 24),
  direction: label('e.direction', DIRECTION_LABELS, 14),
  partnerName: { type: 'text', sql: 'e.partner_name', free: true, width: 48 },
  partnerInn: { type: 'text', sql: 'p.inn', free: true, width: 14 },
  practiceFrom: day('e.practice_from'),
  practiceTo: day('e.practice_to'),
  waitingSince: instant('e.waiting_since'),
  updatedAt: instant('e.updated_at'),
};

/** Where a column's values come from. */
export const sourceOf = (column: ExportColumn): ColumnSource => SOURCES[column];

/** A column as a sheet has it. */
export const sheetColumnOf = (column: ExportColumn): SheetColumn => {
  const { type, width } = SOURCES[column];
  return { title: EXPORT_COLUMN_LABELS[column], type, width };
};
