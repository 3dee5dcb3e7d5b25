import type { ImportRowError, ImportRowOutcome } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** A file to be imported. */
export interface SourceRow {
  readonly sha256: string;
  readonly mediaType: string;
  readonly name: string;
}

/** Values: organization, file. */
export const SOURCE: Statement = {
  name: 'imports.source',
  text: `SELECT sha256, media_type AS "mediaType", name FROM files WHERE organization_id = $1 AND id = $2`,
};

/** How far an import is. */
export interface StandRow {
  /** The last row that is done with, 0 for none. */
  readonly last: number;
  /** Has anything been written of it? */
  readonly written: boolean;
}

/** Values: operation. */
export const STAND: Statement = {
  name: 'imports.stand',
  text: `SELECT coalesce(max(row_number), 0) AS last, coalesce(bool_or(outcome NOT IN ('VALID', 'REFUSED')), false) AS written
           FROM import_rows WHERE operation_id = $1`,
};

/** Values: operation, [{number, outcome, label, errors?, target?}]. */
export const INSERT_ROWS: Statement = {
  name: 'imports.insert-rows',
  text: `INSERT INTO import_rows (operation_id, row_number, outcome, label, errors, target_id)
         SELECT $1, r.number, r.outcome, r.label, r.errors, r.target
           FROM jsonb_to_recordset($2::jsonb)
             AS r (number integer, outcome text, label text, errors jsonb, target uuid)`,
};

/** A row of a report. */
export interface ReportRow {
  readonly number: number;
  readonly outcome: ImportRowOutcome;
  readonly label: string;
  readonly errors: readonly ImportRowError[] | null;
  readonly targetId: string | null;
}

const COLUMNS = `row_number AS number, outcome, label, errors, target_id AS "targetId"`;

/** Values: operation, row it begins after, how many. */
export const ROWS: Statement = {
  name: 'imports.rows',
  text: `SELECT ${COLUMNS} FROM import_rows WHERE operation_id = $1 AND row_number > $2 ORDER BY row_number LIMIT $3`,
};

/** Values: operation, row it begins after, how many, outcome. */
export const ROWS_BY_OUTCOME: Statement = {
  name: 'imports.rows-by-outcome',
  text: `SELECT ${COLUMNS} FROM import_rows WHERE operation_id = $1 AND outcome = $4 AND row_number > $2
          ORDER BY row_number LIMIT $3`,
};
