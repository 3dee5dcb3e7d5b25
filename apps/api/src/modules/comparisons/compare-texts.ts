import { diffArrays } from 'diff';
import type { TextPartDto } from './comparisons.dto.js';

/**
 * Two texts that have less than this in common are two texts. Comparing holds everybody else up, so it is given up
 * early.
 */
const LIMITS = { timeout: 250, maxEditLength: 5_000 } as const;

/**
 * What was added to a text and what was taken away, word by word. Where a line of a PDF breaks means nothing: blanks
 * of any kind are one.
 *
 * @returns undefined when the texts have too little in common to be compared
 */
export function compareTexts(before: string, after: string): TextPartDto[] | undefined {
  const parts = diffArrays(wordsOf(before), wordsOf(after), LIMITS);
  return parts?.map(({ added, removed, value }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
    text: value.join(''),
  }));
}

/** Words of any script, blanks and signs, each apart. */
const wordsOf = (text: string): string[] => flowing(text).match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** Paragraphs stay apart, lines inside them flow. A page's number and a hyphen at a line's end are left as they are. */
const flowing = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n');
