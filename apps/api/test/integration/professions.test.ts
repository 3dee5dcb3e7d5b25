import type { Problem } from '@praktika/contracts';
import {
  createModerator,
  createTestApp,
  expectStatus,
  TEST_NOW,
  type Caller,
  type TestApp,
} from '../support/index.js';

interface Profession {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly specialtyCodes: string[];
  readonly needsCount: { value: number; relation: string } | null;
  readonly placesCount: { value: number; relation: string } | null;
  readonly archived: boolean;
  readonly version: number;
}

let test: TestApp;
let hr: Caller;
let office: Caller;
let moderator: Caller;

beforeAll(async () => {
  test = await createTestApp();
  const person = await createModerator(test.database.owner, TEST_NOW);
  hr = await test.as(test.world.employer.people.observer);
  office = await test.as(test.world.university.people.observer);
  moderator = await test.as(person);
});
afterAll(() => test?.close());

const page = async (query = '', caller = hr) =>
  expectStatus(await caller.get(`/professions?${query}`), 200).body as {
    items: Profession[];
    nextCursor: string | null;
  };
const found = async (q: string, more = '') =>
  (await page(`limit=100&q=${encodeURIComponent(q)}${more}`)).items.map(({ name }) => name);
const card = async (id: string, caller = hr) =>
  expectStatus(await caller.get(`/professions/${id}`), 200).body as Profession;
const errorsOf = (body: unknown) => (body as Problem).errors?.map(({ pointer, code }) => [pointer, code]);

/** Published listings of a side for a profession. */
async function publish(side: 'EMPLOYER' | 'EDUCATION', professionId: string, many: number): Promise<void> {
  const { id } = side === 'EMPLOYER' ? test.world.employer : test.world.university;
  await test.database.owner.query(
    `INSERT INTO listings (id, organization_id, side, status, number, title, terms, profession_id, period_from,
       period_to, search_text, published_at, created_at, updated_at)
     SELECT gen_random_uuid(), $1, $2, 'PUBLISHED', n + coalesce((SELECT max(number) FROM listings), 0), 'Заявка',
       '{"applicationType":"PRACTICE","areaCode":"06","regionCode":"77","seats":3}', $3, '2026-10-01', '2026-10-31',
       'заявка', now(), now(), now()
       FROM generate_series(1, $4) n`,
    [id, side, professionId, many],
  );
}

describe('the directory of professions', () => {
  it('E14.4.1: every installation begins with the professions of vocational education, each in its area', async () => {
    const { rows } = await test.database.owner.query<{
      professions: number;
      codes: number;
      unmapped: number;
    }>(
      `SELECT count(*)::int AS professions, sum(cardinality(specialty_codes))::int AS codes FROM professions`,
    );
    expect(rows).toEqual([{ professions: 166, codes: 176 }]);
    const [cook] = (await page(`q=${encodeURIComponent('повар, кондитер')}`)).items;
    expect(cook).toMatchObject({ areaCode: '33', specialtyCodes: ['19.01.17', '43.01.09'], archived: false });
  });

  it.each([
    ['a name in another case', 'ПРОДАВЕЦ', 'Продавец'],
    ['a part of words', 'наладчик сетей', 'Наладчик компьютерных сетей'],
    ['a code', '09.01.02', 'Наладчик компьютерных сетей'],
    ['a code without dots', '090102', 'Наладчик компьютерных сетей'],
    ['е for ё', 'машинист подъемно-транспортных', 'Машинист подъёмно-транспортных машин и механизмов'],
  ])('E14.4.2: is searched by %s', async (_, q, name) => {
    expect(await found(q)).toContain(name);
  });

  it('E14.4.3: is narrowed by area, walked page by page, and finds nothing without a scan for what is not there', async () => {
    const areas = (await page('areaCode=06&limit=100')).items;
    expect(areas.length).toBeGreaterThan(5);
    expect(new Set(areas.map(({ areaCode }) => areaCode))).toEqual(new Set(['06']));
    expect(await found('%', '&areaCode=06')).toEqual([]);
    expect(await found('нет такой профессии')).toEqual([]);
    const walk = async (cursor = ''): Promise<string[]> => {
      const { items, nextCursor } = await page(`limit=60${cursor && `&cursor=${cursor}`}`);
      const ids = items.map(({ id }) => id);
      return nextCursor ? [...ids, ...(await walk(nextCursor))] : ids;
    };
    const ids = await walk();
    expect(ids).toHaveLength(166);
    expect(new Set(ids).size).toBe(166);
    const { nextCursor } = await page('limit=1');
    for (const path of [
      `limit=1&q=a&cursor=${nextCursor}`,
      'areaCode=6',
      'limit=0',
      'cursor=x',
      'nothing=1',
    ]) {
      expectStatus(await hr.get(`/professions?${path}`), 400);
    }
  });

  it('E14.4.4a: counts the other side’s published listings, to a limit', async () => {
    const [few, many] = (await page('areaCode=33&limit=2')).items;
    await publish('EDUCATION', few!.id, 2);
    await publish('EMPLOYER', few!.id, 3);
    await publish('EDUCATION', many!.id, 1_001);
    const [seen, crowded] = (await page('areaCode=33&limit=2')).items;
    expect(seen).toMatchObject({ needsCount: { value: 2, relation: 'eq' }, placesCount: null });
    expect(crowded?.needsCount).toEqual({ value: 1_000, relation: 'gte' });
    expect(await card(few!.id, office)).toMatchObject({
      needsCount: null,
      placesCount: { value: 3, relation: 'eq' },
    });
    expect(await card(few!.id, moderator)).toMatchObject({ needsCount: null, placesCount: null });
    const { rows } = await test.database.owner.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT FROM listings WHERE side = 'EDUCATION' AND profession_id = '${many!.id}'
         AND status = 'PUBLISHED' LIMIT 1001`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan');
  });

  it('E14.4.7: shows a profession’s page with the names of its codes, and one answer for what is not there', async () => {
    const [one] = (await page(`q=${encodeURIComponent('09.01.02')}`)).items;
    expect(await card(one!.id)).toMatchObject({
      specialties: [{ code: '09.01.02', name: 'Наладчик компьютерных сетей' }],
      description: null,
    });
    for (const id of ['nothing', '019a0000-0000-7000-8000-000000000000']) {
      expectStatus(await hr.get(`/professions/${id}`), 404);
    }
    expectStatus(await test.anonymous.get('/professions'), 401);
  });
});

describe('the moderator', () => {
  const journal = async (type: string) => {
    const { rows } = await test.database.owner.query<{ payload: object; person_name: string }>(
      'SELECT payload, person_name FROM history_entries WHERE type = $1 ORDER BY at DESC, id DESC',
      [type],
    );
    return rows;
  };
  const patch = (path: string, version: number, body: object) => moderator.patch(path, body, version);

  it('C-22: adds a profession, corrects it, takes it out and puts it back, each time in the journal', async () => {
    const body = {
      name: 'Оператор дронов',
      areaCode: '17',
      specialtyCodes: ['25.02.08'],
      duties: 'Пилотирует',
    };
    const added = expectStatus(await moderator.post('/professions', body), 201).body as Profession;
    expect(await found('оператор дронов')).toEqual(['Оператор дронов']);
    const twin = expectStatus(
      await moderator.post('/professions', { ...body, name: 'ОПЕРАТОР ДРОНОВ' }),
      409,
    );
    expect(twin.body).toMatchObject({ code: 'duplicate', existing: { id: added.id, name: body.name } });

    const path = `/professions/${added.id}`;
    const renamed = expectStatus(await patch(path, 1, { name: 'Пилот дронов', description: 'Новое' }), 200)
      .body as Profession;
    expect(renamed).toMatchObject({ name: 'Пилот дронов', duties: 'Пилотирует', version: 2 });
    expect(await found('оператор дронов')).toEqual([]);
    expect((await journal('profession.updated'))[0]).toMatchObject({
      payload: { before: { name: 'Оператор дронов' }, after: { name: 'Пилот дронов' } },
      person_name: 'Модераторова Нина Олеговна',
    });
    expectStatus(await patch(path, 1, { name: 'Поздно' }), 412);
    expectStatus(await moderator.patch(path, { name: 'Без версии' }), 428);

    const out = expectStatus(await patch(path, 2, { archived: true }), 200).body as Profession;
    expect(out.archived).toBe(true);
    expect(await found('пилот дронов')).toEqual([]);
    expect(await found('пилот дронов', '&archived=true')).toEqual(['Пилот дронов']);
    expect((await card(added.id)).archived).toBe(true);
    const next = expectStatus(await moderator.post('/professions', { ...body, name: 'Пилот дронов' }), 201);
    // its name has been taken meanwhile
    const back = expectStatus(await patch(path, 3, { archived: false }), 409);
    expect(back.body).toMatchObject({ existing: { id: (next.body as Profession).id } });
  });

  it('C-22: keeps areas, and what is taken out can be chosen no more, in this process and in the others', async () => {
    const post = (body: object) => moderator.post('/reference/professional-areas', body);
    expectStatus(await post({ code: '41', name: 'Беспилотные системы' }), 201);
    expect(expectStatus(await post({ code: '41', name: 'Снова' }), 409).body).toMatchObject({
      existing: { code: '41', name: 'Беспилотные системы' },
    });
    const propose = async () =>
      (await test.as(test.world.employer.people.manager)).post('/profession-proposals', {
        name: 'Пилот',
        areaCode: '41',
      });
    expectStatus(await propose(), 201);
    const path = '/reference/professional-areas/41';
    const seen = expectStatus(await hr.get(path), 200);
    expect(seen.headers['etag']).toBe('"v1"');
    expectStatus(await patch(path, 1, { name: 'Беспилотная авиация', archived: true }), 200);
    expect(errorsOf(expectStatus(await propose(), 422).body)).toEqual([['/areaCode', 'in']]);
    const listed = async (query = '') =>
      (expectStatus(await hr.get(`/reference/professional-areas${query}`), 200).body as { items: object[] })
        .items;
    expect(await listed()).toHaveLength(34);
    expect(await listed('?archived=true')).toContainEqual({ code: '41', name: 'Беспилотная авиация' });
    expect(await journal('professional_area.updated')).toHaveLength(1);
  });

  it('C-22: keeps specialties: found by their new name at once, and not when taken out', async () => {
    const names = async (q: string, more = '') =>
      (
        expectStatus(await hr.get(`/reference/specialties?q=${encodeURIComponent(q)}${more}`), 200).body as {
          items: { name: string }[];
        }
      ).items.map(({ name }) => name);
    const post = (body: object) => moderator.post('/reference/specialties', body);
    const added = expectStatus(await post({ code: '09.03.77', name: 'Квантовая информатика' }), 201);
    expect(added.body).toMatchObject({ level: 'BACHELOR', version: 1 });
    expectStatus(await post({ code: '09.03.77', name: 'Другая' }), 409);
    expect(errorsOf(expectStatus(await post({ code: '09.77.01', name: 'Без уровня' }), 422).body)).toEqual([
      ['/code', 'level'],
    ]);
    const path = '/reference/specialties/09.03.77';
    expectStatus(await patch(path, 1, { name: 'Квантовые вычисления' }), 200);
    expect(await names('квантовые выч')).toEqual(['Квантовые вычисления']);
    expectStatus(await patch(path, 2, { archived: true }), 200);
    expect(await names('квантовые выч')).toEqual([]);
    expect(await names('квантовые выч', '&archived=true')).toEqual(['Квантовые вычисления']);
    expect(await journal('specialty.updated')).toHaveLength(2);
  });

  it('C-22: changes no code and nothing with bad input, and nobody else changes anything', async () => {
    for (const [path, body, pointer, code] of [
      ['/reference/professional-areas/06', { code: '66' }, '/code', 'unknown_field'],
      ['/reference/professional-areas/06', { name: '' }, '/name', 'not_empty'],
      ['/reference/professional-areas/06', { name: 'о'.repeat(5_000) }, '/name', 'max_length'],
      ['/reference/specialties/09.03.04', { archived: 'да' }, '/archived', 'boolean'],
    ] as const) {
      expect(errorsOf(expectStatus(await patch(path, 1, body), 422).body)).toEqual([[pointer, code]]);
    }
    for (const path of ['/reference/professional-areas/98', '/reference/specialties/98.98.98']) {
      expectStatus(await patch(path, 1, { name: 'Нет' }), 404);
    }
    const head = await test.as(test.world.employer.people.head);
    for (const path of ['/reference/professional-areas/06', '/reference/specialties/09.03.04']) {
      expectStatus(await head.patch(path, { name: 'Чужое' }, 1), 403);
    }
    expectStatus(await head.post('/professions', { name: 'Чужая', areaCode: '06' }), 403);
  });

  it('finds their edits as they left them after the next start', async () => {
    const { seedReferenceData } = await import('../../src/seed/seed-reference-data.js');
    const count = async () =>
      (await test.database.owner.query('SELECT count(*) FROM professions')).rows[0] as object;
    const before = await count();
    await seedReferenceData(test.database.owner, TEST_NOW);
    expect(await count()).toEqual(before);
  });
});
