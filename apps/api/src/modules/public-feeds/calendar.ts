import type { Feed, FeedEntry } from './feed.js';

/** Octets of a content line without its break (RFC 5545 §3.1). */
const LONGEST_LINE = 75;

/** A feed as an iCalendar object (RFC 5545, RFC 7986): each place is an event of whole days. */
export const calendar = (feed: Feed): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Praktika//Published places//RU',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(feed.title)}`,
    `X-WR-CALNAME:${escapeText(feed.title)}`,
    `DESCRIPTION:${escapeText(feed.description)}`,
    `SOURCE;VALUE=URI:${feed.selfUrl}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...feed.entries.flatMap(eventOf),
    'END:VCALENDAR',
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');

const eventOf = (entry: FeedEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.id}`,
  // of a published object: when its information was last revised (§3.8.7.2)
  `DTSTAMP:${instantOf(entry.changedAt)}`,
  `LAST-MODIFIED:${instantOf(entry.changedAt)}`,
  `CREATED:${instantOf(entry.publishedAt)}`,
  `DTSTART;VALUE=DATE:${dayOf(entry.from)}`,
  // the first day after it (§3.6.1)
  `DTEND;VALUE=DATE:${dayOf(dayAfter(entry.to))}`,
  `SUMMARY:${escapeText(entry.title)}`,
  `DESCRIPTION:${escapeText(entry.summary)}`,
  `LOCATION:${escapeText(entry.location)}`,
  `CATEGORIES:${entry.tags.map(escapeText).join(',')}`,
  `URL:${entry.url}`,
  'TRANSP:TRANSPARENT',
  'STATUS:CONFIRMED',
  'END:VEVENT',
];

const instantOf = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');

const dayOf = (date: string) => date.replaceAll('-', '');

const dayAfter = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A value of type TEXT (RFC 5545 §3.3.11); control signs but the line break have no place in one. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '');

/** A content line folded so that no line is longer than 75 octets and no sign is torn apart (RFC 5545 §3.1). */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let [current, octets] = ['', 0];
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LONGEST_LINE) {
      lines.push(current);
      // the blank that marks a continuation is an octet of its line
      [current, octets] = [' ', 1];
    }
    current += sign;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
