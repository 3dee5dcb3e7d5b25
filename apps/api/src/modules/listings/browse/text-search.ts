import { searchText } from '@praktika/contracts';
import { anywhere, escapeLike } from '../../../core/database/index.js';

/** How many of the newest are tested before the index is asked, and how many are fetched for what they hold. */
const SAMPLED = 400;
const FETCHED = 1000;

/** A text this short has no trigram of its own: it is found at the beginning of words. */
const SHORTEST_ANYWHERE = 3;

/** Newest listings in which a common text is counted. */
export const COUNTED = 5_000;

/** The pattern LIKE finds a typed text by in `listings.search_text`; undefined when nothing is searched for. */
export function patternOf(text: string | undefined): string | undefined {
  const normal = searchText(text);
  if (normal === '') return undefined;
  return normal.length < SHORTEST_ANYWHERE ? `% ${escapeLike(normal)}%` : anywhere(normal);
}

/** How published listings that hold a text are found (compare documents/registry/text-search.ts). */
export interface TextSearch {
  /** The head of a statement: the CTE `found`, ids of listings; a common text adds a NULL. */
  readonly found: string;
  /** Conditions without a variable: is `found` all there is, or is the text common? */
  readonly isRare: string;
  readonly isCommon: string;
  /** The test of one listing `l`. */
  readonly matches: string;
}

/** @param values of the statement; the search appends its own */
export function textSearch(text: string | undefined, values: unknown[]): TextSearch | undefined {
  const pattern = patternOf(text);
  if (pattern === undefined) return undefined;
  values.push(pattern);
  const place = `$${values.length}::text`;
  return {
    found: `found (id) AS MATERIALIZED (SELECT * FROM listing_search(${place}, ${SAMPLED}, ${FETCHED}))`,
    isRare: '(SELECT count(*) = count(id) FROM found)',
    isCommon: '(SELECT count(*) > count(id) FROM found)',
    matches: `l.search_text LIKE ${place}`,
  };
}
