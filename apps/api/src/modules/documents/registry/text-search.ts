import { searchText } from '@praktika/contracts';
import { anywhere } from '../../../core/database/index.js';

/**
 * How many of the newest rows are tested before any index is asked, and how many are fetched for what they hold. A text
 * that more rows hold is common: any stretch of a registry has it.
 */
const SAMPLED_ROWS = 400;
const FETCHED_ROWS = 1000;

/** Rows of a registry in which a common text is counted, the newest first. */
export const COUNTED_ROWS = 5_000;

/**
 * How rows that hold a text are found: in the registry's own columns, or in the files of the document's current
 * revision. The policies of row-level security keep LIKE and @@ from their indexes, so a function past the policies
 * fetches what is rare. A common text is not fetched at all: a page is found soon by testing rows in their order.
 */
export interface TextSearch {
  /** The head of a statement: the CTE `found`, rows of the registry; a common text adds a row of NULLs. */
  readonly found: string;
  /** Conditions without a variable: is `found` all there is, or is the text common? */
  readonly isRare: string;
  readonly isCommon: string;
  /** The test of one row `e` of the registry. */
  readonly matches: string;
  /** Where it was found: FILE when a file alone holds the text, otherwise NULL. */
  readonly foundIn: string;
}

/**
 * The search for a text as somebody typed it; undefined when nothing is searched for.
 *
 * @param values of the statement; the search appends its own
 */
export function textSearch(text: string | undefined, values: unknown[]): TextSearch | undefined {
  const normal = searchText(text);
  if (normal === '') return undefined;
  values.push(anywhere(normal), normal);
  const pattern = `$${values.length - 1}::text`;
  const words = `(SELECT text_query($${values.length}::text))`;
  return {
    found: `found AS MATERIALIZED (SELECT * FROM registry_search(${pattern}, ${words}, ${SAMPLED_ROWS}, ${FETCHED_ROWS}))`,
    isRare: `(SELECT count(*) = count(document_id) FROM found)`,
    isCommon: `(SELECT count(*) > count(document_id) FROM found)`,
    // a subquery for one value is run for one row: PostgreSQL would gather all documents for EXISTS
    matches:
      `(e.search_text LIKE ${pattern} OR ` +
      `(SELECT t.words @@ ${words} FROM document_texts t WHERE t.document_id = e.document_id))`,
    foundIn: `CASE WHEN e.search_text LIKE ${pattern} THEN NULL ELSE 'FILE' END`,
  };
}
