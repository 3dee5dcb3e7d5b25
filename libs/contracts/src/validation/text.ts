/** Control characters, bidirectional overrides and zero-width signs that have no place in a name or a number. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text as stored: NFC, without invisible signs, without blanks at its ends. */
export function cleanText(value: string): string {
  return value.normalize('NFC').replace(INVISIBLE, '').trim();
}

/**
 * Text as searched: lower case, ё as е, quotes and dashes dropped, blanks collapsed, so that «Ромашка» is found
 * however it was typed. The same function makes the stored search column and the query.
 */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
  return parts
    .filter((part): part is string => typeof part === 'string' && part.length > 0)
    .join(' ')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"'“”„`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
