/**
 * Cells of a table that a spreadsheet would take for formulas (reliability.md T8): whose text begins with `= + - @`
 * or their full-width and small forms, with a tab or a line's end, or with one of those after blanks and signs that
 * are not seen. Such a cell gets an apostrophe in front: it is shown as text and computes nothing.
 *
 * The same rule twice: for what is written here, and for what PostgreSQL writes by itself.
 */
const BLANKS = String.raw`\s\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff`;
const SIGNS = String.raw`=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212`;
const FORMULA = String.raw`^[${BLANKS}]*[${SIGNS}]`;

const FORMULA_PATTERN = new RegExp(FORMULA, 'u');

/** A text as a cell: on one line, and never a formula. */
export function harmlessText(text: string): string {
  const line = text.replace(/[\r\n]/g, ' ');
  return FORMULA_PATTERN.test(text) ? `'${line}` : line;
}

/**
 * The same in SQL.
 * @param column a column's name, of type text
 */
export function harmlessSql(column: string): string {
  // where there is none to replace, two searches cost less than one translation
  const line = `replace(replace(${column}, E'\\n', ' '), E'\\r', ' ')`;
  return (
    // most cells begin with a Cyrillic letter or a digit: to see that is cheaper than to match a pattern
    `CASE WHEN ascii(${column}) BETWEEN 1040 AND 1103 OR ascii(${column}) BETWEEN 48 AND 57 THEN ${line} ` +
    `WHEN ${column} ~ '${FORMULA}' THEN '''' || ${line} ELSE ${line} END`
  );
}
