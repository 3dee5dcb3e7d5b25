const DAY_MS = 86_400_000;

/** Day 0 of a spreadsheet, counted so that days after its 29 February 1900, which never was, come out right. */
const SERIAL_START = Date.UTC(1899, 11, 30);

/** The date of three numbers, `YYYY-MM-DD`; undefined when there is no such day. */
function dateOf(year: number, month: number, day: number): string | undefined {
  const instant = new Date(Date.UTC(year, month - 1, day));
  const exists =
    year >= 1900 && year <= 9999 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return exists ? instant.toISOString().slice(0, 10) : undefined;
}

/**
 * A date as people and spreadsheets write it: `01.09.2027`, `2027-09-01`, or the number of a day.
 * @returns `YYYY-MM-DD`; undefined for anything else and for days that do not exist
 */
export function dateOfText(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const russian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: г\.?)?$/.exec(text);
  if (russian) return dateOf(Number(russian[3]), Number(russian[2]), Number(russian[1]));
  // a day of our time is a number of five digits
  if (!/^[2-9]\d{4}$/.test(text)) return undefined;
  return new Date(SERIAL_START + Number(text) * DAY_MS).toISOString().slice(0, 10);
}
