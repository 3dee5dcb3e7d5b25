/**
 * The daily reminder of an awaited signature (domain.md §0.5, manual §5.4.1): from this many calendar days after
 * the turn began, counted in the awaited organization's own time zone, once a day.
 */
export const REMINDER_AFTER_DAYS = 4;

/** The local hour from which a day's reminders go out. */
export const REMINDER_HOUR = 9;

/** Formatters by time zone: making one costs far more than using it, and there are few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const formatter = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
  formatters.set(timeZone, formatter);
  return formatter;
}

/** Calendar date `YYYY-MM-DD` of an instant in an IANA time zone. */
export function dateInZone(instant: Date, timeZone: string): string {
  const parts = formatterOf(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Whole days from one calendar date to another, both `YYYY-MM-DD`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Is a reminder due on a local date for a turn that began at `waitingSince`? */
export function isReminderDue(waitingSince: Date, timeZone: string, localDate: string): boolean {
  return daysBetween(dateInZone(waitingSince, timeZone), localDate) >= REMINDER_AFTER_DAYS;
}
