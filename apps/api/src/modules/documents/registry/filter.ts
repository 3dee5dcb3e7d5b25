import {
  ENDED_STATES,
  FACET_LIMIT,
  searchText,
  type RegistryFacet,
  type RegistrySort,
} from '@praktika/contracts';
import { createHash } from 'node:crypto';
import type { Statement } from '../../../core/database/index.js';
import type { RegistryQueryDto } from '../dto/registry.dto.js';

/** The condition of a registry query: constant pieces of SQL joined by AND, and the values they number. */
export class RegistryFilter {
  private readonly pieces: string[] = [];

  /** @param values of the statement; filters of one statement share them */
  constructor(
    organizationId: string,
    readonly values: unknown[] = [],
  ) {
    this.add('e.organization_id = ?', organizationId);
  }

  /** Adds a piece; its `?` becomes the number of the value. */
  add(piece: string, ...values: readonly unknown[]): this {
    let text = piece;
    for (const value of values) {
      this.values.push(value);
      text = text.replace('?', `$${this.values.length}`);
    }
    this.pieces.push(text);
    return this;
  }

  /** One value is an equality (an index keeps the page's order), several are ANY. */
  among(column: string, type: string, list: readonly string[] | undefined): this {
    if (list === undefined || list.length === 0) return this;
    if (list.length === 1) return this.add(`${column} = ?::${type}`, list[0]);
    return this.add(`${column} = ANY (?::${type}[])`, list);
  }

  /** The condition so far, as SQL over `registry_entries e`. */
  get sql(): string {
    return this.pieces.join(' AND ');
  }
}

/** The filter of a query, without one group when its own counts are asked for. The text searched for is a source. */
export function filterOf(
  organizationId: string,
  query: RegistryQueryDto,
  { leaveOut, values }: { leaveOut?: RegistryFacet; values?: unknown[] } = {},
): RegistryFilter {
  const filter = new RegistryFilter(organizationId, values);
  if (query.direction && leaveOut !== 'direction') filter.add('e.direction = ?', query.direction);
  if (leaveOut !== 'kind') filter.among('e.kind', 'text', query.kind);
  if (leaveOut !== 'status') filter.among('e.status', 'text', query.status);
  filter.among('e.partner_id', 'uuid', query.partnerId);
  if (query.parentId) filter.add('e.parent_id = ?', query.parentId);
  if (query.waitingForMe === true || query.sort === 'waitingSince') filter.add('e.waiting_since IS NOT NULL');
  if (query.waitingForMe === false) filter.add('e.waiting_since IS NULL');
  if (query.dateFrom) filter.add('e.document_date >= ?::date', query.dateFrom);
  if (query.dateTo) filter.add('e.document_date <= ?::date', query.dateTo);
  return filter;
}

/**
 * Where the rows come from: the registry, or what of it holds a text. Those rows are found past the policies of
 * `registry_entries`, under which PostgreSQL would look at every row: LIKE might tell of somebody else's.
 */
function sourceOf(text: string, values: unknown[]): string {
  if (text === '') return 'registry_entries';
  values.push(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
  return `registry_search($${values.length})`;
}

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
  filter: RegistryFilter,
  sort: RegistrySort,
  after: { value: string; id: string } | undefined,
  limit: number,
  terminating: readonly string[],
  text?: string,
): { statement: Statement; values: unknown[] } {
  const { column, type, descending } = SORT_COLUMNS[sort];
  const order = descending ? 'DESC' : 'ASC';
  if (after) {
    filter.add(
      `(e.${column}, e.document_id) ${descending ? '<' : '>'} (?::${type}, ?::uuid)`,
      after.value,
      after.id,
    );
  }
  const source = sourceOf(searchText(text), filter.values);
  filter.values.push(limit + 1, terminating);
  const sql = [
    `SELECT page.*, d.version, d.status AS state, d.first_sent_at AS "firstSentAt", w.missing, w.files,`,
    `  d.author_side AS "authorSide", d.last_reminder AS "lastReminder", parent.status AS "parentStatus",`,
    `  CASE WHEN d.status = 'CONCLUDED' THEN EXISTS (SELECT FROM documents c WHERE c.parent_id = d.id`,
    `    AND c.kind = ANY ($${filter.values.length}::text[]) AND c.status NOT IN (${ENDED})) ELSE false END`,
    `    AS "terminationOpen",`,
    `  CASE WHEN d.status IN ('DRAFT', 'PROJECT_APPROVED', 'CONCLUDED') THEN EXISTS (SELECT FROM partnerships p`,
    `    WHERE p.employer_id = d.employer_id AND p.education_organization_id = d.education_organization_id`,
    `      AND p.status = 'ACTIVE') ELSE true END AS "partnershipActive"`,
    `FROM (SELECT ${PAGE_COLUMNS} FROM ${source} e`,
    `WHERE ${filter.sql}`,
    `ORDER BY e.${column} ${order}, e.document_id ${order} LIMIT $${filter.values.length - 1}) page`,
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

/** Rows that match, counted up to the limit: nobody waits for an exact number of thousands. */
const limitedCount = (condition: string) =>
  `(SELECT count(*) FROM (SELECT FROM found e WHERE ${condition} LIMIT ${FACET_LIMIT + 1}) counted)`;

const FACET_COLUMN: Readonly<Record<RegistryFacet, string>> = {
  status: 'e.status',
  kind: 'e.kind',
  direction: 'e.direction',
};

/** What is to be counted: everything that matches, and groups with the values each may have. */
export interface Counting {
  readonly total: boolean;
  readonly groups: ReadonlyMap<RegistryFacet, readonly string[]>;
}

/**
 * All limited counts of a page in one statement, one index probe per value: a column `total` and one column per
 * group, an object of value → count. A group is counted without its own filter. With a search text its rows are
 * fetched once and counted there.
 */
export function countStatement(
  organizationId: string,
  query: RegistryQueryDto,
  { total, groups }: Counting,
): { statement: Statement; values: unknown[] } {
  const values: unknown[] = [];
  const found = sourceOf(searchText(query.q), values);
  const columns = total ? [`${limitedCount(filterOf(organizationId, query, { values }).sql)} AS total`] : [];
  for (const [facet, list] of groups) {
    const filter = filterOf(organizationId, query, { leaveOut: facet, values });
    values.push(list);
    const count = limitedCount(`${filter.sql} AND ${FACET_COLUMN[facet]} = v`);
    columns.push(
      `(SELECT json_object_agg(v, ${count}) FROM unnest($${values.length}::text[]) v) AS ${facet}`,
    );
  }
  // rows that hold a text are fetched once; those of the registry are counted by its indexes
  const rows = found === 'registry_entries' ? 'NOT MATERIALIZED' : 'MATERIALIZED';
  const head = `WITH found AS ${rows} (SELECT * FROM ${found})\n`;
  return { statement: named(`${head}SELECT ${columns.join(',\n  ')}`), values };
}

/** Statements by their text; as many as there are shapes of a query. */
const statements = new Map<string, Statement>();

/** The name of a statement is a digest of its text: each shape is planned once per connection. */
function named(text: string): Statement {
  const known = statements.get(text);
  if (known) return known;
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const statement = { name: `registry.${digest}`, text };
  statements.set(text, statement);
  return statement;
}
