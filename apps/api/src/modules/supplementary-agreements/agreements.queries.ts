import { ENDED_STATES, type TermsChange } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

export interface AgreementRow {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly changes: readonly TermsChange[] | null;
}

const COLUMNS = `d.id, r.title, to_char(r.document_date, 'YYYY-MM-DD') AS date, r.terms -> 'changes' AS changes`;

/** Concluded agreements that changed a contract ($1), as row-level security lets the caller see them. */
export const CONCLUDED_AMENDMENTS: Statement = {
  name: 'agreements.concluded',
  text: `SELECT ${COLUMNS} FROM documents d JOIN revisions r ON r.id = d.current_revision_id
          WHERE d.parent_id = $1 AND d.kind = 'SUPPLEMENTARY_AMENDMENT' AND d.status = 'CONCLUDED'
          ORDER BY d.id`,
};

/** Agreements on the same contract ($1) that have been sent and are still under way, but for one ($2). */
export const RIVAL_AMENDMENTS: Statement = {
  name: 'agreements.rivals',
  text: `SELECT ${COLUMNS} FROM documents d JOIN revisions r ON r.id = d.current_revision_id
          WHERE d.parent_id = $1 AND d.id <> $2 AND d.kind = 'SUPPLEMENTARY_AMENDMENT'
            AND d.status NOT IN (${ENDED_STATES.map((state) => `'${state}'`).join(', ')})
          ORDER BY d.id`,
};
