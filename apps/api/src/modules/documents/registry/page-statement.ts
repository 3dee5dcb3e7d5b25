import { ENDED_STATES, type RegistrySort } from '@praktika/contracts';
import { named, type Conditions, type Query } from '../../../core/database/index.js';
import { textSearch } from './text-search.js';

/** Columns a page follows for each sort key, with the direction. Ties are broken by the document's id. */
export const SORT_COLUMNS: Readonly<
  Record<RegistrySort, { column: string; type: string; descending: boolean }>
> = {
  '-updatedAt': { column: 'updated_at', type: 'timestamptz', descending: true },
  updatedAt: { column: 'updated_at', type: 'timestamptz', descending: false },
  '-date': { column: 'sort_date', type: 'date', descending: true },
  date: { column: 'sort_date', type: 'date', descending: false },
  waitingSince: { column: 'waiting_since', type: 'timestamptz', descending: false },
};

const PAGE_COLUMNS = `e.document_id AS id, e.kind, e.number, e.document_date AS date, e.title, e.status, e.direction,
  e.partner_id AS "partnerId", e.partner_name AS "partnerName", e.waiting_since AS "waitingSince",
  e.practice_from AS "practiceFrom", e.practice_to AS "practiceTo", e.updated_at AS "updatedAt", e.sort_date`;

const ENDED = ENDED_STATES.map((state) => `'${state}'`).join(', ');

/**
 * A page after a position, of what holds the text if one is searched for.
 *
 * @param terminating kinds of documents that end the one they hang on
 */
export function pageStatement(
  filter: Conditions,
  sort: RegistrySort,
  after: { value: string; id: string } | undefined,
  limit: number,
  terminating: readonly string[],
  text?: string,
): Query {
  const { column, type, descending } = SORT_COLUMNS[sort];
  const order = descending ? 'DESC' : 'ASC';
  if (after) {
    filter.add(
      `(e.${column}, e.document_id) ${descending ? '<' : '>'} (?::${type}, ?::uuid)`,
      after.value,
      after.id,
    );
  }
  const search = textSearch(text, filter.values);
  filter.values.push(limit + 1, terminating);
  const page = (columns: string, source: string, condition: string) =>
    `SELECT ${columns} FROM ${source} e\nWHERE ${condition}\n` +
    `ORDER BY e.${column} ${order}, e.document_id ${order} LIMIT $${filter.values.length - 1}`;
  const columns = search ? `${PAGE_COLUMNS}, ${search.foundIn} AS "foundIn"` : PAGE_COLUMNS;
  const rows = search
    ? `(${page(columns, 'found', `${filter.sql} AND ${search.isRare}`)})\nUNION ALL\n` +
      `(${page(columns, 'registry_entries', `${filter.sql} AND ${search.isCommon} AND ${search.matches}`)})`
    : page(columns, 'registry_entries', filter.sql);
  const sql = [
    ...(search ? [`WITH ${search.found}`] : []),
    `SELECT page.*, d.version, d.status AS state, d.first_sent_at AS "firstSentAt", w.missing, w.files,`,
    `  d.author_side AS "authorSide", d.last_reminder AS "lastReminder", parent.status AS "parentStatus",`,
    `  CASE WHEN d.status = 'CONCLUDED' THEN EXISTS (SELECT FROM documents c WHERE c.parent_id = d.id`,
    `    AND c.kind = ANY ($${filter.values.length}::text[]) AND c.status NOT IN (${ENDED})) ELSE false END`,
    `    AS "terminationOpen",`,
    `  CASE WHEN d.status IN ('DRAFT', 'PROJECT_APPROVED', 'CONCLUDED') THEN EXISTS (SELECT FROM partnerships p`,
    `    WHERE p.employer_id = d.employer_id AND p.education_organization_id = d.education_organization_id`,
    `      AND p.status = 'ACTIVE') ELSE true END AS "partnershipActive"`,
    `FROM (${rows}) page`,
    `JOIN documents d ON d.id = page.id`,
    `LEFT JOIN documents parent ON parent.id = d.parent_id`,
    `LEFT JOIN document_drafts w ON w.document_id = d.id AND d.status = 'DRAFT'`,
    `ORDER BY page.${sortAlias(sort)} ${order}, page.id ${order}`,
  ].join('\n');
  return { statement: named(sql), values: filter.values };
}

const sortAlias = (sort: RegistrySort) =>
  ({ updatedAt: '"updatedAt"', date: 'sort_date', waitingSince: '"waitingSince"' })[
    sort.replace('-', '') as 'updatedAt' | 'date' | 'waitingSince'
  ];
