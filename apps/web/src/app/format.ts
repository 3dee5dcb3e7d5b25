import { computed } from 'vue';
import type { Count } from './api/models.js';
import { currentLanguage } from './i18n.js';
import { useSession } from './session/session-store.js';

const KILOBYTE = 1024;
const NO_BREAK_SPACE = '\u00a0';

/** A calendar date `YYYY-MM-DD` as ДД.ММ.ГГГГ; it has no time zone and never shifts. */
export function formatDate(date: string | null | undefined): string {
  if (!date) return '';
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${day}.${month}.${year}`;
}

/** Bytes as people read them: «214 КБ». */
export function formatSize(bytes: number): string {
  const units = currentLanguage() === 'en' ? ['B', 'KB', 'MB'] : ['Б', 'КБ', 'МБ'];
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(KILOBYTE)), units.length - 1);
  const value = bytes / KILOBYTE ** power;
  const rounded = value >= 10 || power === 0 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${rounded.toLocaleString(currentLanguage())}${NO_BREAK_SPACE}${units[power]}`;
}

/** A whole number, its thousands kept apart. */
export const formatNumber = (value: number): string => value.toLocaleString(currentLanguage());

/** A limited count: «1000+» when there may be more, «…» when nobody can tell whether there is any. */
export function formatCount(count: Count | undefined): string {
  if (!count) return '0';
  if (count.value === 0 && count.relation === 'gte') return '…';
  const value = formatNumber(count.value);
  return count.relation === 'gte' ? `${value}+` : value;
}

/** A document's title with its number kept beside «№» when the line breaks. */
export function formatTitle(title: string): string {
  return title.replaceAll('№ ', `№${NO_BREAK_SPACE}`);
}

/** Surname and initials, kept on one line: «Иванова М. П.». */
export function shortName(person: {
  surname: string;
  givenName: string;
  patronymic?: string | null;
}): string {
  const initials = [person.givenName, person.patronymic]
    .filter((part): part is string => Boolean(part))
    .map((part) => `${part.slice(0, 1)}.`);
  return [person.surname, ...initials].join(NO_BREAK_SPACE);
}

export function fullName(person: { surname: string; givenName: string; patronymic?: string | null }): string {
  return [person.surname, person.givenName, person.patronymic].filter(Boolean).join(' ');
}

/** Formatting of instants in the time zone of the organization a person works for. */
export function useInstants() {
  const session = useSession();
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('ru-RU', { timeZone: session.timeZone, ...options });
  const date = computed(() => formatter({ day: '2-digit', month: '2-digit', year: 'numeric' }));
  const dateTime = computed(() =>
    formatter({ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  );
  const time = computed(() => formatter({ hour: '2-digit', minute: '2-digit' }));
  const shown = (format: Intl.DateTimeFormat, instant: string | Date | null | undefined) =>
    instant ? format.format(new Date(instant)) : '';
  return {
    formatInstantDate: (instant: string | Date | null | undefined) => shown(date.value, instant),
    formatInstant: (instant: string | Date | null | undefined) => shown(dateTime.value, instant),
    formatTime: (instant: string | Date | null | undefined) => shown(time.value, instant),
  };
}
