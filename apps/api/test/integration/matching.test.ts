import { Database } from '../../src/core/database/index.js';
import { CANDIDATE_LISTINGS } from '../../src/modules/matching/matching.queries.js';
import type { MatchesDto } from '../../src/modules/matching/matching.dto.js';
import { createTestApp, expectStatus, type Caller, type TestApp } from '../support/index.js';
import { listing, PLACES, pressListing, published } from '../support/listings.js';

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
  await declare(university.id, '77', ['09.03.04', '38.03.01'], ['06']);
  await declare(foreignUniversity.id, '16', ['09.02.07'], []);
});
afterAll(() => test?.close());
beforeEach(async () => {
  await test.database.owner.query(`UPDATE listings SET status = 'UNPUBLISHED' WHERE status = 'PUBLISHED'`);
});

/** What an educational organization declares in its profile. */
async function declare(id: string, region: string, specialties: readonly string[], areas: readonly string[]) {
  const { owner } = test.database;
  await owner.query('UPDATE organizations SET region_code = $2 WHERE id = $1', [id, region]);
  await owner.query(
    `INSERT INTO organization_programmes (organization_id, specialty_code, specialty_name, level)
     SELECT $1, code, code, 'BACHELOR' FROM unnest($2::text[]) code`,
    [id, specialties],
  );
  await owner.query('INSERT INTO organization_areas SELECT $1, unnest($2::text[])', [id, areas]);
}

const matchesOf = async (caller: Caller, path: string) =>
  (expectStatus(await caller.get(path), 200).body as MatchesDto).items;
const codesOf = ({ reasons }: MatchesDto['items'][number]) => reasons.map(({ code }) => code);

const PROGRAMMER = { ...PLACES, specialtyCode: '09.03.04', specialtyName: 'Программная инженерия' };

describe('E14: what fits whom', () => {
  it('tells an employer which educational organizations a place suits and why, best first', async () => {
    const place = await published(hr, PROGRAMMER);
    const need = await published(office, { ...PROGRAMMER, seats: 5, from: '2026-10-20', to: '2026-11-30' });
    const items = await matchesOf(hr, `/listings/${place.id}/matches`);
    expect(items.map(({ organization }) => organization.id)).toEqual([
      test.world.university.id,
      test.world.foreignUniversity.id,
    ]);
    expect(codesOf(items[0]!)).toEqual([
      'SAME_SPECIALTY',
      'SAME_AREA',
      'SAME_REGION',
      'PERIODS_OVERLAP',
      'LEVEL_FITS',
      'SEATS_ENOUGH',
    ]);
    expect(items[0]!.reasons.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'Сроки совпадают: 9 дней',
        'Та же область профессиональной деятельности: «Связь, информационные и коммуникационные технологии»',
      ]),
    );
    expect(items[0]).toMatchObject({
      listing: { id: need.id, seats: 5, from: '2026-10-20' },
      ownListing: { id: place.id },
      score: 80,
    });
    // a declaration alone fits too, by less
    expect(items[1]).toMatchObject({ listing: null, regionName: 'Республика Татарстан' });
    expect(codesOf(items[1]!)).toEqual(['SAME_GROUP']);
  });

  it('tells an educational organization which places suit its programmes and its needs', async () => {
    const near = await published(hr, { ...PROGRAMMER, profession: 'Разработчик' });
    const far = await published(otherHr, {
      ...PLACES,
      areaCode: '06',
      regionCode: '16',
      profession: 'Аналитик',
    });
    const foreign = await published(otherHr, { ...PLACES, areaCode: '02', profession: 'Медсестра' });
    const need = await published(office, { ...PROGRAMMER, seats: 3 });

    const items = await matchesOf(office, '/matches');
    const ids = items.map((item) => item.listing?.id);
    expect(ids.slice(0, 2)).toEqual([near.id, far.id]);
    expect(ids).not.toContain(foreign.id);
    expect(items[0]!.ownListing).toEqual({ id: need.id, title: 'Программист' });

    const forNeed = await matchesOf(office, `/listings/${need.id}/matches`);
    expect(forNeed.map((item) => item.listing?.id)).toEqual([near.id, far.id]);
    expect(codesOf(forNeed[0]!)).toContain('PERIODS_OVERLAP');

    const forPlaces = await matchesOf(hr, '/matches');
    expect(forPlaces.map((item) => [item.listing?.id, item.ownListing?.id])).toEqual([[need.id, near.id]]);
    // a draft is matched too, so that its author sees what it lacks
    const draft = await listing(college, { areaCode: '02' });
    expect(
      (await matchesOf(college, `/listings/${draft.id}/matches`)).map((item) => item.listing?.id),
    ).toEqual([foreign.id]);
  });

  it('brings in nothing that is not published, nothing that is over, and no more than asked for', async () => {
    const place = await published(hr, { ...PROGRAMMER, profession: 'Тестировщик' });
    const second = await published(otherHr, PROGRAMMER);
    await listing(otherHr, PROGRAMMER);
    expect(await matchesOf(office, '/matches')).toHaveLength(2);
    expect(await matchesOf(office, '/matches?limit=1')).toHaveLength(1);
    test.clock.set(new Date('2026-10-29T09:00:00Z'));
    expect(await matchesOf(await test.as(test.world.university.people.clerk), '/matches')).toEqual([]);
    test.clock.set(new Date('2026-09-07T09:00:00Z'));
    await pressListing(hr, place, 'unpublish');
    await pressListing(otherHr, second, 'unpublish');
    expect(await matchesOf(office, '/matches')).toEqual([]);
  });

  it('tells nobody what fits somebody else’s listing, published or not', async () => {
    const place = await published(hr, PROGRAMMER);
    for (const caller of [office, otherHr]) {
      expectStatus(await caller.get(`/listings/${place.id}/matches`), 404);
    }
    expectStatus(await hr.get('/listings/nonsense/matches'), 404);
    expectStatus(await hr.get(`/listings/${place.id}/matches?limit=51`), 400);
    expectStatus(await test.anonymous.get('/matches'), 401);
  });

  it('finds candidates along indexes, whatever else is published', async () => {
    const { owner } = test.database;
    await owner.query(
      `INSERT INTO listings (id, organization_id, side, status, number, title, terms, period_from, period_to,
         search_text, published_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'EMPLOYER', 'PUBLISHED', 1000 + n, 'Место', jsonb_build_object(
           'applicationType', 'PRACTICE', 'areaCode', lpad((n % 34 + 1)::text, 2, '0'), 'regionCode',
           lpad((n % 89 + 1)::text, 2, '0'), 'seats', 5, 'specialtyCode',
           lpad((n % 60)::text, 2, '0') || '.03.' || lpad((n % 7)::text, 2, '0')),
         '2026-10-01', '2026-10-28', ' место', timestamptz '2026-09-01' + n * interval '1 second', now(), now()
         FROM generate_series(1, 3000) n`,
      [test.world.employer.id],
    );
    await owner.query('ANALYZE listings');
    expect(await matchesOf(office, '/matches?limit=50')).toHaveLength(50);
    // the plan and not PostgreSQL's counters: those of other connections arrive seconds later
    const keys = [['09.03.04', '38.03.01'], ['09.03', '38.03'], ['06', '08'], ['77'], []];
    const plan = await test.app
      .get(Database)
      .read<{ 'QUERY PLAN': string }>(
        { organizationId: test.world.university.id, personId: test.world.university.people.manager.id },
        { name: 'test.explain-candidates', text: `EXPLAIN ${CANDIDATE_LISTINGS.text}` },
        ['EMPLOYER', ...keys, '2026-09-07', 100],
      );
    const lines = plan.map((row) => row['QUERY PLAN']);
    expect(lines.filter((line) => /Index (Only )?Scan.* on listings/.test(line)).length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes('Seq Scan on listings'))).toEqual([]);
  });
});
