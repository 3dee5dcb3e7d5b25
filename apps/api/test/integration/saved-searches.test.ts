import { SAVED_SEARCH_LIMITS, type Problem } from '@praktika/contracts';
import { Database } from '../../src/core/database/index.js';
import { Mailer } from '../../src/core/mail/index.js';
import { Signals } from '../../src/core/events/index.js';
import { TellOfNewListings } from '../../src/modules/saved-searches/index.js';
import type { SavedSearchDto } from '../../src/modules/saved-searches/saved-searches.dto.js';
import { createTestApp, expectStatus, type Caller, type TestApp } from '../support/index.js';
import { PLACES, pressListing, published } from '../support/listings.js';

let test: TestApp;
let hr: Caller;
let office: Caller;
let colleague: Caller;
let news: TellOfNewListings;

beforeAll(async () => {
  test = await createTestApp();
  const { employer, university } = test.world;
  hr = await test.as(employer.people.manager);
  office = await test.as(university.people.manager);
  colleague = await test.as(university.people.clerk);
  news = test.app.get(TellOfNewListings);
});
afterAll(() => test?.close());
beforeEach(async () => {
  await test.database.owner.query(
    `DELETE FROM notifications WHERE kind = 'NEW_LISTINGS_FOUND'; DELETE FROM saved_search_days;
     DELETE FROM saved_searches; DELETE FROM mails;
     UPDATE listings SET status = 'UNPUBLISHED' WHERE status = 'PUBLISHED'`,
  );
  at('2026-09-07T05:00:00Z');
});

/** Moves the clock; 06:00 UTC is nine o'clock in Moscow. */
const at = (instant: string) => test.clock.set(new Date(instant));

const save = async (caller: Caller, name: string, filters: object = {}, notify = true) =>
  expectStatus(await caller.post('/saved-searches', { name, filters, notify }), 201).body as SavedSearchDto;
const namesOf = async (caller: Caller) =>
  (expectStatus(await caller.get('/saved-searches'), 200).body as { items: SavedSearchDto[] }).items.map(
    ({ name }) => name,
  );
const errorsOf = (body: unknown) => (body as Problem).errors?.map(({ pointer, code }) => [pointer, code]);

/** What the bell of a person says of new listings. */
async function bell(caller: Caller): Promise<string[]> {
  const { items } = expectStatus(await caller.get('/notifications'), 200).body as {
    items: { kind: string; text: string; link: string | null }[];
  };
  return items.filter(({ kind }) => kind === 'NEW_LISTINGS_FOUND').map(({ text }) => text);
}

/** Letters ordered, with what they say once they are sent. */
async function letters(): Promise<{ recipient: string | null; status: string; text: string | null }[]> {
  const { rows } = await test.database.owner.query<{
    recipient: string | null;
    status: string;
    text: string | null;
  }>(
    `SELECT recipient, status, text_body AS text FROM mails WHERE template = 'new-listings' ORDER BY created_at, key`,
  );
  return rows;
}

describe('E14.1: a saved search', () => {
  it('is its person’s own: kept with its filters, listed by name, renamed, changed, deleted', async () => {
    const filters = {
      regionCode: ['77', 'VOLGA', '77'],
      areaCode: ['06'],
      q: 'Программист',
      from: '2026-10-01',
    };
    const search = await save(office, 'Москва', filters, false);
    expect(search).toMatchObject({
      name: 'Москва',
      notify: false,
      version: 1,
      filters: { ...filters, regionCode: ['77', 'VOLGA'] },
    });
    await save(office, 'аналитики');
    expect(await namesOf(office)).toEqual(['аналитики', 'Москва']);
    expect(await namesOf(colleague)).toEqual([]);
    const path = `/saved-searches/${search.id}`;
    const renamed = expectStatus(await office.patch(path, { name: 'Столица', notify: true }, 1), 200)
      .body as SavedSearchDto;
    expect(renamed).toMatchObject({ name: 'Столица', notify: true, filters: search.filters, version: 2 });
    expectStatus(await office.patch(path, { name: 'Поздно' }, 1), 412);
    for (const stranger of [colleague, hr]) {
      expectStatus(await stranger.patch(path, { name: 'Чужой' }, 2), 404);
      expectStatus(await stranger.send('delete', path), 404);
    }
    expectStatus(await office.send('delete', path), 204);
    expect(await namesOf(office)).toEqual(['аналитики']);
  });

  it('is refused with the field and the reason, and nothing is kept', async () => {
    await save(office, 'Москва');
    const taken = expectStatus(await office.post('/saved-searches', { name: 'москва', filters: {} }), 409);
    expect(errorsOf(taken.body)).toEqual([['/name', 'duplicate']]);
    const bad: readonly [object, string][] = [
      [{ name: '', filters: {} }, '/name'],
      [{ name: 'я'.repeat(5000), filters: {} }, '/name'],
      [{ name: '\u202e\u200b', filters: {} }, '/name'],
      [{ name: 'x' }, '/filters'],
      [{ name: 'x', filters: { regionCode: ['00'] } }, '/filters/regionCode'],
      [{ name: 'x', filters: { areaCode: ['99'] } }, '/filters/areaCode'],
      [{ name: 'x', filters: { from: '2026-02-30' } }, '/filters/from'],
      [{ name: 'x', filters: { professionId: ['1'] } }, '/filters/professionId'],
      [{ name: 'x', filters: { cursor: 'x' } }, '/filters/cursor'],
      [{ name: 'x', filters: {}, notify: 'yes' }, '/notify'],
    ];
    for (const [body, pointer] of bad) {
      const refused = expectStatus(await office.post('/saved-searches', body), 422);
      expect(errorsOf(refused.body)?.[0]?.[0]).toMatch(new RegExp(`^${pointer}`));
    }
    expect(await namesOf(office)).toEqual(['Москва']);
  });

  it('is one of a limited number, also when many are made at once', async () => {
    const { own } = SAVED_SEARCH_LIMITS;
    const answers = await Promise.all(
      Array.from({ length: own + 3 }, (_, index) =>
        office.post('/saved-searches', { name: `Поиск ${index}`, filters: {} }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(own);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(3);
  });
});

describe('E14.1: the daily message about new listings', () => {
  it('is one per person for all their searches, and comes after nine where they are', async () => {
    await save(office, 'Программисты', { q: 'программист', type: ['PRACTICE'] });
    await save(office, 'Вся Москва', { regionCode: ['CENTRAL'] });
    await save(office, 'Ничего', { regionCode: ['16'] });
    await save(office, 'Молчит', {}, false);
    await save(colleague, 'Казань', { regionCode: ['VOLGA'] });
    at('2026-09-07T05:10:00Z');
    await published(hr, { ...PLACES, profession: 'Программист' });
    await published(hr, { ...PLACES, profession: 'Экономист', applicationType: 'INTERNSHIP' });

    at('2026-09-07T05:59:00Z');
    expect(await news.run()).toEqual({ told: 0, listings: 0 });
    at('2026-09-07T06:00:00Z');
    expect(await news.run()).toEqual({ told: 1, listings: 3 });
    expect(await bell(office)).toEqual(['«Вся Москва»: 2; «Программисты»: 1']);
    expect(await bell(colleague)).toEqual([]);
    await test.app.get(Mailer).deliverDue();
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      status: 'SENT',
      recipient: test.world.university.people.manager.email,
    });
    expect(letter?.text).toContain('«Программисты»: Программист — ООО «Сосна», ');
    expect(letter?.text).toContain('мест: 12, 01.10.2026 – 28.10.2026');
    expect(letter?.text?.match(/Экономист/g)).toHaveLength(1);
  });

  it('is told exactly once a day, and what comes later the next day', async () => {
    await save(office, 'Все');
    at('2026-09-07T05:10:00Z');
    await published(hr);
    at('2026-09-07T06:01:00Z');
    // two processes at once, then again
    const runs = await Promise.all([news.run(), news.run(null, 1), news.run()]);
    expect(runs.map(({ told }) => told).sort()).toEqual([0, 0, 1]);
    at('2026-09-07T08:00:00Z');
    await published(hr, { ...PLACES, profession: 'Позже' });
    at('2026-09-07T09:00:00Z');
    expect(await news.run()).toEqual({ told: 0, listings: 0 });
    at('2026-09-08T06:01:00Z');
    expect(await news.run()).toEqual({ told: 1, listings: 1 });
    expect(await news.run()).toEqual({ told: 0, listings: 0 });
    at('2026-09-09T06:01:00Z');
    // nothing is new: nothing is said
    expect(await news.run()).toEqual({ told: 0, listings: 0 });
    // back to while the session lasts
    at('2026-09-07T09:00:00Z');
    expect(await bell(office)).toHaveLength(2);
    expect(await letters()).toHaveLength(2);
  });

  it('is neither lost nor doubled by a crash in the middle', async () => {
    await save(office, 'Все');
    await save(colleague, 'Все');
    at('2026-09-07T05:10:00Z');
    await published(hr);
    at('2026-09-07T06:01:00Z');
    const signals = test.app.get(Signals);
    let pages = 0;
    const crashing = new TellOfNewListings(test.app.get(Database), test.clock, {
      send: (...words: Parameters<Signals['send']>) => {
        pages += 1;
        // the second page dies after its statement, before its commit
        return pages > 2 ? Promise.reject(new Error('killed')) : signals.send(...words);
      },
    } as unknown as Signals);
    await expect(crashing.run(null, 1)).rejects.toThrow('killed');
    expect(await letters()).toHaveLength(1);
    expect(await news.run()).toEqual({ told: 1, listings: 1 });
    expect(await letters()).toHaveLength(2);
    expect([await bell(office), await bell(colleague)]).toEqual([['«Все»: 1'], ['«Все»: 1']]);
  });

  it('of a drill is that of its date, once, whatever the hour', async () => {
    at('2026-09-07T00:59:00Z');
    await save(office, 'Все');
    at('2026-09-07T01:00:00Z');
    await published(hr);
    at('2026-09-07T01:01:00Z');
    expect(await news.run('2026-09-20')).toEqual({ told: 1, listings: 1 });
    expect(await news.run('2026-09-20')).toEqual({ told: 0, listings: 0 });
    // told already, so the day itself brings nothing
    at('2026-09-07T06:01:00Z');
    expect(await news.run()).toEqual({ told: 0, listings: 0 });
  });

  it('leaves out what is taken down before the letter goes, and with nothing left there is none', async () => {
    await save(office, 'Все');
    at('2026-09-07T05:10:00Z');
    const place = await published(hr);
    at('2026-09-07T06:01:00Z');
    await news.run();
    await pressListing(hr, place, 'unpublish');
    await test.app.get(Mailer).deliverDue();
    expect((await letters()).map(({ status }) => status)).toEqual(['CANCELLED']);
  });

  it('begins anew with other filters or after a silence, and ends for who has left', async () => {
    const search = await save(office, 'Все', {}, false);
    at('2026-09-07T05:10:00Z');
    await published(hr);
    at('2026-09-07T05:20:00Z');
    expectStatus(await office.patch(`/saved-searches/${search.id}`, { notify: true }, 1), 200);
    at('2026-09-07T06:01:00Z');
    expect(await news.run()).toEqual({ told: 0, listings: 0 });
    await published(hr, { ...PLACES, profession: 'Новое' });
    at('2026-09-07T06:02:00Z');
    const { id } = test.world.university.people.manager;
    const end = 'UPDATE memberships SET ended_at = $2 WHERE person_id = $1';
    await test.database.owner.query(end, [id, '2026-09-07']);
    expect(await news.run()).toEqual({ told: 0, listings: 0 });
    await test.database.owner.query(end, [id, null]);
    expect(await news.run()).toEqual({ told: 1, listings: 1 });
  });
});
