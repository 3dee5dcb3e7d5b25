import pg from 'pg';

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

/**
 * PostgreSQL's text of a UTC instant as ISO 8601 with milliseconds and `Z`. The connection's time zone is UTC, so
 * the text always ends in `+00`; slicing it is several times cheaper than making a Date and printing it.
 */
export function isoInstant(text: string): string {
  const dot = text.indexOf('.');
  const end = text.length - (text.endsWith('+00:00') ? 6 : 3);
  const milliseconds = dot < 0 ? '000' : text.slice(dot + 1, Math.min(end, dot + 4)).padEnd(3, '0');
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`;
}

type Parser = (text: string) => unknown;

const asText: Parser = (text) => text;

/** Parsers of ours by type; everything else is node-postgres's own. */
const OWN_PARSERS: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [DATE, asText],
  [TIMESTAMPTZ, isoInstant],
  [INT8, Number],
]);

/**
 * How columns reach JavaScript: dates stay `YYYY-MM-DD` (a Date at local midnight is a trap), instants are ISO
 * texts, bigints are numbers (ours stay far below 2^53).
 */
export const columnTypes = {
  getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): Parser {
    const own = format === 'text' ? OWN_PARSERS.get(oid) : undefined;
    const standard = (
      format === 'text' ? pg.types.getTypeParser(oid) : pg.types.getTypeParser(oid, 'binary')
    ) as Parser;
    return own ?? standard;
  },
};
