import { organizationSearchPatterns, type DocumentSide } from '@praktika/contracts';

/**
 * Organizations fetched for a text at most: one that more hold is found by walking through the registry, which takes longer
 * the later in the alphabet they begin (docs/operations/bench.md, `organizations`).
 */
const FETCHED_ROWS = 8_000;

/** How organizations that hold a text are found, as pieces of a statement. */
export interface OrganizationSearch {
  /** The head of a statement: the CTE `found` of ids. */
  readonly found: string;
  /** Conditions without a variable: is `found` all there is, or is the text common? */
  readonly isRare: string;
  readonly isCommon: string;
  /** The test of one organization `o`. */
  readonly matches: string;
}

/**
 * The search for a text as somebody typed it; undefined when nothing is searched for.
 *
 * @param values of the statement; the search appends its own
 */
export function organizationSearch(
  text: string | undefined,
  side: DocumentSide,
  values: unknown[],
): OrganizationSearch | undefined {
  const patterns = organizationSearchPatterns(text);
  if (patterns.length === 0) return undefined;
  const sideValue = `$${values.push(side)}`;
  const patternsValue = `$${values.push(patterns)}::text[]`;
  return {
    found:
      `found AS MATERIALIZED (SELECT id FROM organization_search(` +
      `${sideValue}::text, ${patternsValue}, ${FETCHED_ROWS}) id)`,
    isRare: `(SELECT count(*) <= ${FETCHED_ROWS} FROM found)`,
    isCommon: `(SELECT count(*) > ${FETCHED_ROWS} FROM found)`,
    // as a subquery: PostgreSQL then expects half of the rows to match, and follows their order instead of sorting all
    matches: `(SELECT o.search_text LIKE ALL (${patternsValue}))`,
  };
}
