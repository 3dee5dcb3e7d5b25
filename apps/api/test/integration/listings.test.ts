import type { Problem } from '@praktika/contracts';
import { ExpireListings, type ListingDto } from '../../src/modules/listings/index.js';
import { v7 as uuidv7 } from 'uuid';
import { createTestApp, expectStatus, type Caller, type TestApp } from '../support/index.js';
import { listing, pressListing, published, PLACES, CONTACTS } from '../support/listings.js';
import { settleEvents } from '../matrices/isolation/pair-world.js';

let test: TestApp;
let hr: Caller;
let office: Caller;
let otherHr: Caller;
let college: Caller;

beforeAll(async () => {
  test = await createTestApp();
  const { employer, university, foreignEmployer, foreignUniversity } = test.world;
  hr = await test.as(employer.people.manager);
  office = await test.as(university.people.manager);
  otherHr = await test.as(foreignEmployer.people.manager);
  college = await test.as(foreignUniversity.people.manager);
});
afterAll(() => test?.close());

const errorsOf = (body: unknown) => (body as Problem).errors?.map(({ pointer, code }) => [pointer, code]);
const edit = (caller: Caller, { id, version }: ListingDto, body: object) =>
  caller.patch(`/listings/${id}`, body, version);
const remove = (caller: Caller, { id, version }: ListingDto) =>
  caller.with({ 'if-match': `"v${version}"` }).send('delete', `/listings/${id}`);

interface Page {
  readonly items: ListingDto[];
  readonly nextCursor: string | null;
  readonly total?: { value: number; relation: string };
  readonly facets?: Record<string, { value: string; label: string; count: { value: number } }[]>;
}

const page = async (caller: Caller, query: string, path = '/listings') =>
  expectStatus(await caller.get(`${path}?${query}`), 200).body as Page;
const titles = async (caller: Caller, query: string, path?: string) =>
  (await page(caller, query, path)).items.map(({ title }) => title);

/** Professions of the directory. @returns their ids */
async function professions({ database }: TestApp, list: readonly (readonly [area: string, name: string])[]) {
  const ids = list.map(() => uuidv7());
  for (const [index, [area, name]] of list.entries()) {
    await database.owner.query(
      `INSERT INTO professions (id, name, area_code, search_text, created_at, updated_at)
       VALUES ($1, $2, $3, normalize_search($2), now(), now())`,
      [ids[index], name, area],
    );
  }
  return ids;
}

/** A student of an organization: its lawyer, with that role alone. */
async function asStudent(on: TestApp, key: 'university'): Promise<Caller> {
  const person = on.world[key].people.lawyer;
  await on.database.owner.query(`UPDATE memberships SET roles = '{STUDENT}' WHERE person_id = $1`, [
    person.id,
  ]);
  return on.as(person);
}

describe('a listing', () => {
  it('E14.2.8a, E14.2.10: is a draft that may lack anything, and tells what it lacks for publication', async () => {
    const draft = await listing(hr, {}, {});
    expect(draft).toMatchObject({ status: 'DRAFT', statusLabel: 'Черновик', number: null, own: true });
    expect(draft.missing).toEqual([
      '/terms/applicationType',
      '/terms/areaCode',
      '/terms/profession',
      '/terms/regionCode',
      '/terms/seats',
      '/terms/from',
      '/terms/to',
      '/contacts/person',
      '/contacts/phone',
    ]);
    expect(draft.availableActions.map(({ action, enabled }) => [action, enabled])).toEqual([
      ['publish', false],
      ['update', true],
      ['delete', true],
    ]);
  });

  it('E14.2.8b: is not published while a required field is empty: each is named', async () => {
    const draft = await listing(hr, { seats: 3 });
    const refused = expectStatus(await pressListing(hr, draft, 'publish'), 422);
    expect(errorsOf(refused.body)).toEqual(draft.missing.map((pointer) => [pointer, 'required']));
    expect(((await hr.get(`/listings/${draft.id}`)).body as ListingDto).status).toBe('DRAFT');
  });

  it('E14.2.15: is edited as a draft and after it was taken down, never while it is published', async () => {
    const shown = await published(hr);
    const refused = expectStatus(await edit(hr, shown, { terms: { ...PLACES, seats: 5 } }), 409);
    expect(refused.body).toMatchObject({ code: 'invalid_state', current: { status: 'PUBLISHED' } });
    const hidden = expectStatus(await pressListing(hr, shown, 'unpublish'), 200).body as ListingDto;
    const edited = expectStatus(await edit(hr, hidden, { terms: { ...PLACES, seats: 5 } }), 200)
      .body as ListingDto;
    expect(edited).toMatchObject({ status: 'UNPUBLISHED', terms: { seats: 5 }, contacts: CONTACTS });
    expectStatus(await edit(hr, hidden, { terms: PLACES }), 412);
  });

  it('E14.2.16, E14.2.17: keeps its number through publications, and its history tells them', async () => {
    const first = await published(hr);
    const hidden = expectStatus(await pressListing(hr, first, 'unpublish'), 200).body as ListingDto;
    const again = expectStatus(await pressListing(hr, hidden, 'publish'), 200).body as ListingDto;
    expect(again.number).toBe(first.number);
    const next = await published(hr);
    expect(next.number).toBe(first.number! + 1);
    const { items } = (await hr.get(`/listings/${first.id}/history`)).body as { items: { label: string }[] };
    expect(items.map(({ label }) => label)).toEqual([
      'Опубликовать',
      'Снять с публикации',
      'Опубликовать',
      'Создана',
    ]);
    expectStatus(await office.get(`/listings/${first.id}/history`), 404);
  });

  it('E14.2.14, E14.2.18: is deleted as a draft or taken down, and is gone from the list', async () => {
    const shown = await published(hr);
    expectStatus(await remove(hr, shown), 409);
    const draft = await listing(hr);
    expectStatus(await remove(hr, draft), 204);
    expectStatus(await hr.get(`/listings/${draft.id}`), 404);
    const own = await page(hr, 'limit=100', '/listings/own');
    expect(own.items.some(({ id }) => id === draft.id)).toBe(false);
  });

  it('is not published by a clerk, and not made by who only reads', async () => {
    const clerk = await test.as(test.world.employer.people.clerk);
    expectStatus(await pressListing(clerk, await listing(clerk), 'publish'), 403);
    const observer = await test.as(test.world.employer.people.observer);
    expectStatus(await observer.post('/listings', {}), 403);
  });

  it('takes the name of a profession of the directory, and refuses one of another area', async () => {
    const [id] = await professions(test, [['06', 'Программист микроконтроллеров']]);
    const draft = await listing(hr, { areaCode: '06', professionId: id });
    expect(draft).toMatchObject({ title: 'Программист микроконтроллеров', terms: { professionId: id } });
    const other = expectStatus(
      await hr.post('/listings', { terms: { areaCode: '07', professionId: id } }),
      422,
    );
    expect(errorsOf(other.body)).toEqual([['/terms/professionId', 'other_area']]);
    const none = { terms: { professionId: '01890000-0000-7000-8000-000000000000' } };
    const missing = expectStatus(await hr.post('/listings', none), 422);
    expect(errorsOf(missing.body)).toEqual([['/terms/professionId', 'not_found']]);
  });
});

describe('bad input', () => {
  it.each([
    [
      'an end before the start',
      { terms: { from: '2026-11-02', to: '2026-11-01' } },
      '/terms/to',
      'end_before_start',
    ],
    ['no seats', { terms: { seats: 0 } }, '/terms/seats', 'min'],
    ['too many seats', { terms: { seats: 100_000 } }, '/terms/seats', 'max'],
    ['half a seat', { terms: { seats: 1.5 } }, '/terms/seats', 'int'],
    ['a name of 5,000 signs', { terms: { profession: 'я'.repeat(5000) } }, '/terms/profession', 'max_length'],
    ['a day that is none', { terms: { from: '2026-02-30' } }, '/terms/from', 'calendar_date'],
    ['an unknown member', { terms: { salary: 1 } }, '/terms/salary', 'unknown_field'],
    ['an unknown region', { terms: { regionCode: '00' } }, '/terms/regionCode', 'in'],
    ['an address that is none', { contacts: { email: 'hr' } }, '/contacts/email', 'email'],
    ['a phone of 5,000 signs', { contacts: { phone: '1'.repeat(5000) } }, '/contacts/phone', 'max_length'],
  ])('names the field of %s, and nothing is kept', async (_, body, pointer, code) => {
    const before = (await page(hr, 'limit=100', '/listings/own')).items.length;
    const refused = expectStatus(await hr.post('/listings', body), 422);
    expect(errorsOf(refused.body)).toEqual([[pointer, code]]);
    expect((await page(hr, 'limit=100', '/listings/own')).items).toHaveLength(before);
  });

  it('loses invisible and bidirectional signs of a name', async () => {
    const draft = await listing(hr, { profession: '\u202EСлесарь\u200B сборщик\u2066' });
    expect(draft.title).toBe('Слесарь сборщик');
  });

  it('publishes nothing whose last day is over', async () => {
    const past = await listing(hr, { ...PLACES, from: '2026-09-01', to: '2026-09-06' });
    const refused = expectStatus(await pressListing(hr, past, 'publish'), 422);
    expect(errorsOf(refused.body)).toEqual([['/terms/to', 'period_ended']]);
  });
});

describe('who sees a listing', () => {
  const read = (caller: Caller, id: string) => caller.get(`/listings/${id}`);
  const seenBy = async (id: string) => {
    const student = await asStudent(test, 'university');
    const answers = await Promise.all(
      [hr, office, college, otherHr, student].map(async (caller) => (await read(caller, id)).status),
    );
    return [...answers, (await test.anonymous.get(`/public/listings/${id}`)).status];
  };

  /** Owner, university, college, another employer, a student, the public. */
  it('E14.2.9, E14.2.13, E14.2.16, E14.2.17: a place in each status: owner, both sides, students, the public', async () => {
    const draft = await listing(hr, PLACES, CONTACTS);
    expect(await seenBy(draft.id)).toEqual([200, 404, 404, 404, 404, 404]);
    const shown = expectStatus(await pressListing(hr, draft, 'publish'), 200).body as ListingDto;
    expect(await seenBy(draft.id)).toEqual([200, 200, 200, 404, 200, 200]);
    expectStatus(await pressListing(hr, shown, 'unpublish'), 200);
    expect(await seenBy(draft.id)).toEqual([200, 404, 404, 404, 404, 404]);
  });

  it('C-18, C-19: a need in each status: employers read it when published; students and the public never do', async () => {
    const draft = await listing(office, PLACES, CONTACTS);
    // owner is the university: hr, office, college, otherHr, its own student, the public
    expect(await seenBy(draft.id)).toEqual([404, 200, 404, 404, 404, 404]);
    const shown = expectStatus(await pressListing(office, draft, 'publish'), 200).body as ListingDto;
    expect(await seenBy(draft.id)).toEqual([200, 200, 404, 200, 404, 404]);
    expectStatus(await pressListing(office, shown, 'unpublish'), 200);
    expect(await seenBy(draft.id)).toEqual([404, 200, 404, 404, 404, 404]);
  });

  it('E14.2.13: what is not shown is answered byte for byte like what is not there', async () => {
    const draft = await listing(hr, PLACES, CONTACTS);
    const bare = ({ text }: { text: string }, id: string) =>
      text.replaceAll(id, 'id').replace(/"traceId":"[^"]+"/, '');
    for (const path of ['', '/contacts', '/history']) {
      const hidden = await office.get(`/listings/${draft.id}${path}`);
      const none = await office.get(`/listings/${test.world.employer.id}${path}`);
      expect(bare(hidden, draft.id)).toBe(bare(none, test.world.employer.id));
    }
  });

  it('E14.1.10: contacts are hidden until asked for, and never told to the public', async () => {
    const shown = await published(hr);
    const card = expectStatus(await office.get(`/listings/${shown.id}`), 200).body as ListingDto;
    expect(card.contacts).toBeNull();
    expect(expectStatus(await office.get(`/listings/${shown.id}/contacts`), 200).body).toEqual(CONTACTS);
    expectStatus(await test.anonymous.get(`/listings/${shown.id}/contacts`), 401);
    for (const path of ['', `/${shown.id}`]) {
      const { text, headers } = expectStatus(await test.anonymous.get(`/public/listings${path}`), 200);
      expect(text).toContain(shown.id);
      for (const secret of Object.values(CONTACTS)) expect(text).not.toContain(secret);
      expect(text).not.toContain(test.world.employer.people.manager.surname);
      expect(headers['cache-control']).toBe('public, max-age=60');
    }
  });
});

describe('published listings', () => {
  beforeAll(async () => {
    const { owner } = test.database;
    await owner.query(`UPDATE listings SET status = 'DELETED'`);
    await published(college, {
      ...PLACES,
      profession: 'Сварщик',
      regionCode: '16',
      level: 'SPO_WORKER',
      seats: 25,
    });
    await published(college, {
      ...PLACES,
      profession: 'Повар «Ёлочка»',
      applicationType: 'INTERNSHIP',
      areaCode: '22',
      regionCode: '78',
      from: '2027-01-11',
      to: '2027-02-07',
    });
    await published(office, { ...PLACES, profession: 'Инженер', description: 'Нужны места у реки' });
  });

  it('E14.1.1: are those of the other side, newest first', async () => {
    expect(await titles(hr, '')).toEqual(['Инженер', 'Повар «Ёлочка»', 'Сварщик']);
    expect(await titles(office, '')).toEqual([]);
  });

  it.each([
    ['E14.1.2: by type', 'type=INTERNSHIP', ['Повар «Ёлочка»']],
    ['E14.1.3: by region', 'regionCode=16,78', ['Повар «Ёлочка»', 'Сварщик']],
    ['E14.1.3: by federal district', 'regionCode=VOLGA', ['Сварщик']],
    ['E14.1.4: by area', 'areaCode=22', ['Повар «Ёлочка»']],
    ['E14.1.6: by level of education', 'level=SPO_WORKER', ['Сварщик']],
    ['by a period that overlaps', 'from=2026-12-01&to=2027-01-11', ['Повар «Ёлочка»']],
    ['by a word without ё and quotes', `q=${encodeURIComponent('повар елочка')}`, ['Повар «Ёлочка»']],
    ['by a word of the description', `q=${encodeURIComponent('у реки')}`, ['Инженер']],
    ['by the organization’s name', `q=${encodeURIComponent('приозерный')}`, ['Инженер']],
    ['by two letters that begin a word', `q=${encodeURIComponent('св')}`, ['Сварщик']],
    ['by what nobody has', `q=${encodeURIComponent('водолаз')}`, []],
    ['by a sign that means something to LIKE', 'q=%25', []],
  ])('%s', async (_, query, expected) => {
    expect(await titles(hr, query)).toEqual(expected);
  });

  it('E14.1.5: by a concrete educational organization', async () => {
    expect(await titles(hr, `organizationId=${test.world.university.id}`)).toEqual(['Инженер']);
  });

  it('are counted by each group without its own filter', async () => {
    const counted = await page(hr, 'facets=type,region,area,level&total=true&regionCode=16');
    expect(counted.total).toEqual({ value: 1, relation: 'eq' });
    expect(counted.facets).toEqual({
      type: [{ value: 'PRACTICE', label: 'Проведение практики', count: { value: 1, relation: 'eq' } }],
      region: [
        { value: '16', label: 'Республика Татарстан', count: { value: 1, relation: 'eq' } },
        { value: '77', label: expect.any(String) as string, count: { value: 1, relation: 'eq' } },
        { value: '78', label: expect.any(String) as string, count: { value: 1, relation: 'eq' } },
      ],
      area: [{ value: '06', label: expect.any(String) as string, count: { value: 1, relation: 'eq' } }],
      level: [
        { value: 'SPO_WORKER', label: expect.any(String) as string, count: { value: 1, relation: 'eq' } },
      ],
    });
    const searched = await page(hr, `total=true&facets=area&q=${encodeURIComponent('сварщик')}`);
    expect(searched.total).toEqual({ value: 1, relation: 'eq' });
  });

  it.each(['-publishedAt', 'from', '-seats'])(
    'are walked page by page by %s without a gap, with and without a text',
    async (sort) => {
      for (const q of ['', `&q=${encodeURIComponent('проведение')}`]) {
        const whole = await titles(hr, `sort=${sort}${q}`);
        expect(whole).toHaveLength(3);
        const walked: string[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const query = `sort=${sort}${q}&limit=1${cursor && `&cursor=${cursor}`}`;
          const { items, nextCursor }: Page = await page(hr, query);
          walked.push(...items.map(({ title }) => title));
          cursor = nextCursor;
        }
        expect(walked).toEqual(whole);
      }
    },
  );

  it('refuse a cursor of another filter, and another organization’s', async () => {
    const { nextCursor } = await page(hr, 'limit=1');
    expectStatus(await hr.get(`/listings?limit=1&type=PRACTICE&cursor=${nextCursor}`), 400);
    expectStatus(await otherHr.get(`/listings?limit=1&cursor=${nextCursor}`), 400);
  });

  it('E14.2.1, E14.2.2, E14.2.3, E14.2.4a, E14.2.4b, E14.2.4c: own ones are narrowed by type, area and status', async () => {
    await listing(college, { applicationType: 'PRACTICE', areaCode: '22', profession: 'Пекарь' });
    const own = (query: string) => titles(college, query, '/listings/own');
    expect(await own('')).toEqual(['Пекарь', 'Повар «Ёлочка»', 'Сварщик']);
    expect(await own('status=DRAFT')).toEqual(['Пекарь']);
    expect(await own('status=UNPUBLISHED')).toEqual([]);
    expect(await own('status=PUBLISHED&areaCode=22')).toEqual(['Повар «Ёлочка»']);
    expect(await own('type=INTERNSHIP')).toEqual(['Повар «Ёлочка»']);
    expect(await own(`q=${encodeURIComponent('пек')}`)).toEqual(['Пекарь']);
  });
});

/** Whoever was signed in before the clock was moved is signed out by now. */
const headsSignedIn = async () => {
  const { foreignUniversity, employer } = test.world;
  return [await test.as(foreignUniversity.people.head), await test.as(employer.people.head)] as const;
};

describe('the end of a listing', () => {
  it('takes it down after its last day where its organization is, once, and tells the organization alone', async () => {
    const moscow = await published(hr, { ...PLACES, from: '2026-09-07', to: '2026-09-07' });
    const kamchatka = await published(college, { ...PLACES, from: '2026-09-07', to: '2026-09-07' });
    const expiry = test.app.get(ExpireListings);
    expect(await expiry.run()).toBe(0);
    test.clock.set(new Date('2026-09-07T12:30:00.000Z')); // past midnight in Kamchatka
    expect(await expiry.run()).toBe(1);
    expect(await expiry.run()).toBe(0);
    const [theirs, ours] = await headsSignedIn();
    const card = (await theirs.get(`/listings/${kamchatka.id}`)).body as ListingDto;
    expect(card).toMatchObject({ status: 'UNPUBLISHED', version: kamchatka.version + 1 });
    expect(((await ours.get(`/listings/${moscow.id}`)).body as ListingDto).status).toBe('PUBLISHED');
    await settleEvents(test);
    const bell = (await theirs.get('/notifications')).body as { items: { kind: string; link: string }[] };
    expect(bell.items[0]).toMatchObject({ kind: 'LISTING_EXPIRED', link: `/marketplace/my/${kamchatka.id}` });
    const others = (await ours.get('/notifications')).body as { items: { kind: string }[] };
    expect(others.items.some(({ kind }) => kind === 'LISTING_EXPIRED')).toBe(false);
    const { items } = (await theirs.get(`/listings/${kamchatka.id}/history`)).body as {
      items: { label: string; personName: string | null }[];
    };
    expect(items[0]).toMatchObject({ label: 'Снята с публикации: срок закончился', personName: null });
  });

  it('is drilled for a date everywhere', async () => {
    const [, head] = await headsSignedIn();
    await published(head, { ...PLACES, from: '2027-03-01', to: '2027-03-02' });
    expect(await test.app.get(ExpireListings).run('2027-03-03')).toBeGreaterThan(0);
    expect(await test.app.get(ExpireListings).run('2027-03-03')).toBe(0);
  });
});
