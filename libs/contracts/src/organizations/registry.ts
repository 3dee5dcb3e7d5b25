import { searchText } from '../validation/text.js';

/** Longest search, page and list of values of a filter of the registries of organizations. */
export const ORGANIZATION_REGISTRY_LIMITS = { search: 200, defaultPage: 25, maxPage: 100, words: 8 } as const;

/** Digits that can only be the beginning of an ИНН or ОГРН; shorter ones may be part of a name («Школа № 12»). */
const REGISTER_NUMBER = /^\d{4,}$/;

/**
 * What a row of a registry must hold to be found by a text: every word, in any order, somewhere in the names; digits
 * as the beginning of an ИНН or ОГРН (manual §2).
 *
 * @param text as typed: case, quotes, ё and blanks do not matter
 * @returns patterns of LIKE over the stored search text, at most eight; none for an empty text
 */
export function organizationSearchPatterns(text: string | undefined): string[] {
  const words = searchText(text).split(' ').filter(Boolean);
  return words.slice(0, ORGANIZATION_REGISTRY_LIMITS.words).map(patternOf);
}

function patternOf(word: string): string {
  const literal = word.replace(/[\\%_]/g, '\\$&');
  return REGISTER_NUMBER.test(word) ? `% ${literal}%` : `%${literal}%`;
}
