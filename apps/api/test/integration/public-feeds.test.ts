import { escapeText, foldLine } from '../../src/modules/public-feeds/calendar.js';
import type { JsonFeedDto } from '../../src/modules/public-feeds/public-feeds.dto.js';
import { escapeXml } from '../../src/modules/public-feeds/rss.js';
import { createTestApp, expectStatus, type Caller, type TestApp } from '../support/index.js';
import { CONTACTS, listing, PLACES, pressListing, published } from '../support/listings.js';

const FEEDS = ['feed.json', 'feed.rss', 'calendar.ics'] as const;
const HOSTILE = 'Инженер & «тестировщик» <b>"C++"</b>; линия, \\ тест ';

let test: TestApp;
let hr: Caller;

beforeAll(async () => {
  test = await createTestApp();
  hr = await test.as(test.world.employer.people.manager);
});
afterAll(() => test?.close());

const get = (feed: string, query = '', headers: Record<string, string> = {}) =>
  test.anonymous.with(headers).get(`/public/listings/${feed}${query}`).buffer(true).parse(asText);
const asText = (response: unknown, done: (error: Error | null, body: string) => void) => {
  const stream = response as NodeJS.ReadableStream;
  let text = '';
  stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
  stream.on('end', () => done(null, text));
};
const textOf = async (feed: string, query = '') => expectStatus(await get(feed, query), 200).body as string;
const json = async (query = '') => JSON.parse(await textOf('feed.json', query)) as JsonFeedDto;

/** Asks PostgreSQL's XML parser: the whole document, then texts found by a path. */
async function xpath(document: string, path: string): Promise<string[]> {
  const { rows } = await test.database.owner.query<{ found: string[] }>(
    `SELECT xpath($2, xmlparse(document $1), ARRAY[ARRAY['dc', 'http://purl.org/dc/elements/1.1/'],
       ARRAY['atom', 'http://www.w3.org/2005/Atom']])::text[] AS found`,
    [document, path],
  );
  return rows[0]!.found;
}

/** Content lines of a calendar, unfolded. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);

describe('E14.2: public feeds of published places', () => {
  it('tell what is published, newest first, without contacts, and nothing of the other side', async () => {
    const first = await published(hr, { ...PLACES, description: 'Звоните +7 900 111-22-33' });
    test.clock.set(new Date('2026-09-07T09:05:00Z'));
    const second = await published(hr, { ...PLACES, profession: HOSTILE, specialtyCode: '09.03.04' });
    await listing(hr, { ...PLACES, profession: 'Черновик' });
    const office = await test.as(test.world.university.people.manager);
    await published(office, { ...PLACES, profession: 'Потребность' });

    const feed = await json();
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'ru' });
    expect(feed.items.map(({ id }) => id)).toEqual([`urn:uuid:${second.id}`, `urn:uuid:${first.id}`]);
    expect(feed.items[1]).toMatchObject({
      title: 'Программист — ООО «Сосна»',
      url: expect.stringMatching(new RegExp(`^http.*/${first.id}$`)) as unknown,
      date_published: '2026-09-07T09:00:00.000Z',
      authors: [{ name: 'ООО «Сосна»' }],
      content_text: expect.stringContaining('Срок: 01.10.2026 – 28.10.2026. Мест: 12') as unknown,
    });
    for (const name of FEEDS) {
      const text = await textOf(name);
      for (const secret of [...Object.values(CONTACTS), '111-22-33', 'Черновик', 'Потребность']) {
        expect(text).not.toContain(secret);
      }
    }
  });

  it('RSS is well-formed XML whose texts are what was written', async () => {
    const document = await textOf('feed.rss');
    expect(await xpath(document, '/rss/@version')).toEqual(['2.0']);
    for (const member of ['title', 'link', 'description', 'lastBuildDate']) {
      expect(await xpath(document, `/rss/channel/${member}/text()`)).toHaveLength(1);
    }
    const titles = await xpath(document, '/rss/channel/item/title/text()');
    expect(titles[0]).toContain('&amp; «тестировщик» &lt;b&gt;"C++"&lt;/b&gt;; линия, \\ тест — ООО «Сосна»');
    const guids = await xpath(document, '/rss/channel/item/guid[@isPermaLink="false"]/text()');
    expect(new Set(guids).size).toBe(2);
    const dates = await xpath(document, '/rss/channel/item/pubDate/text()');
    expect(dates).toEqual(['Mon, 07 Sep 2026 09:05:00 GMT', 'Mon, 07 Sep 2026 09:00:00 GMT']);
    expect(await xpath(document, '/rss/channel/atom:link/@rel')).toEqual(['self']);
    expect(escapeXml('a\u0000b\u000bc\ud800d\ufffee\tf')).toBe('abcde\tf');
  });

  it('the calendar keeps RFC 5545: CRLF, lines of at most 75 octets, escaped texts, whole days', async () => {
    const text = await textOf('calendar.ics');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const lines = linesOf(text);
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;]+)*:/);
    expect(lines).toContain('DTSTART;VALUE=DATE:20261001');
    expect(lines).toContain('DTEND;VALUE=DATE:20261029');
    const summary = String.raw`SUMMARY:Инженер & «тестировщик» <b>"C++"</b>\; линия\, \\ тест — ООО «Сосна»`;
    expect(lines).toContain(summary);
    expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(2);
  });

  it('folding tears no sign apart and is undone by unfolding', () => {
    for (const sign of ['a', 'я', '漢', '😀']) {
      for (const length of [1, 24, 37, 38, 74, 75, 76, 150, 500]) {
        const line = `SUMMARY:${sign.repeat(length)}`;
        const folded = foldLine(line);
        for (const part of folded.split('\r\n')) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
          expect(part).not.toContain('\ufffd');
        }
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }
    }
    expect(escapeText('a\r\nb;c,d\\e\u0007')).toBe(String.raw`a\nb\;c\,d\\e`);
  });

  it('are narrowed by region, district, area, type and specialty', async () => {
    expect((await json('?specialtyCode=09.03.04')).items).toHaveLength(1);
    expect((await json('?regionCode=CENTRAL&areaCode=06&type=PRACTICE')).items).toHaveLength(2);
    expect((await json('?regionCode=16,VOLGA')).items).toEqual([]);
    expect((await json('?type=INTERNSHIP')).items).toEqual([]);
    expect((await json('?regionCode=77')).feed_url).toMatch(/\/feed\.json\?regionCode=77$/);
    for (const name of FEEDS) {
      for (const query of ['?regionCode=0', '?areaCode=x', '?type=x', '?specialtyCode=09', '?unknown=1']) {
        expectStatus(await get(name, query), 400);
      }
    }
  });

  it.each(FEEDS)('%s answers 304 to who has it, until something is published or taken down', async (name) => {
    const first = expectStatus(await get(name), 200);
    const { etag, 'last-modified': modified } = first.headers as Record<string, string>;
    expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+/);
    const unchanged = expectStatus(await get(name, '', { 'if-none-match': `"other", W/${etag}` }), 304);
    expect(unchanged.body).toBe('');
    expect(unchanged.headers['etag']).toBe(etag);
    expectStatus(await get(name, '', { 'if-modified-since': modified! }), 304);
    // the tag counts for more than the date
    expectStatus(await get(name, '', { 'if-none-match': '"other"', 'if-modified-since': modified! }), 200);

    test.clock.set(new Date(test.clock.now().getTime() + 60_000));
    const place = await published(hr);
    expectStatus(await get(name, '', { 'if-none-match': etag!, 'if-modified-since': modified! }), 200);
    const added = expectStatus(await get(name, '', { 'if-modified-since': modified! }), 200);
    test.clock.set(new Date(test.clock.now().getTime() + 60_000));
    await pressListing(hr, place, 'unpublish');
    const removed = { 'if-modified-since': added.headers['last-modified'] as string };
    expectStatus(await get(name, '', removed), 200);
  });

  it('list the newest hundred', async () => {
    const { owner } = test.database;
    await owner.query(
      `INSERT INTO listings (id, organization_id, side, status, number, title, terms, period_from, period_to,
         search_text, published_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'EMPLOYER', 'PUBLISHED', 1000 + n, 'Место ' || n,
         '{"applicationType":"PRACTICE","areaCode":"06","regionCode":"16","seats":5}', '2026-10-01', '2026-10-28',
         ' место', timestamptz '2026-09-08' + n * interval '1 second', now(), now()
         FROM generate_series(1, 120) n`,
      [test.world.employer.id],
    );
    const { items } = await json();
    expect(items).toHaveLength(100);
    expect(items[0]?.title).toMatch(/^Место 120 /);
    expect(linesOf(await textOf('calendar.ics')).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(100);
  });
});
