import type { Problem } from '@praktika/contracts';
import type { OrganizationsPageDto } from '../../src/modules/organizations/registry/registry.dto.js';
import { seedEducationOrganizations } from '../../src/modules/organizations/seed/index.js';
import { createTestApp, expectStatus, TEST_NOW, type Caller, type TestApp } from '../support/index.js';

let test: TestApp;
let employer: Caller;
let university: Caller;

beforeAll(async () => {
  test = await createTestApp();
  employer = await test.as(test.world.employer.people.observer);
  university = await test.as(test.world.university.people.observer);
  expect(await seedEducationOrganizations(test.database.owner, TEST_NOW)).toBe(1036);
  expect(await seedEducationOrganizations(test.database.owner, TEST_NOW)).toBe(0);
  const head = await test.as(test.world.university.people.head);
  const declared = await head
    .send('put', '/organization/education')
    .set('If-Match', '"v1"')
    .send({
      levels: ['MASTER'],
      programmes: [{ specialtyCode: '09.03.04' }, { specialtyCode: '38.03.01' }],
      areaCodes: ['06', '08'],
    });
  expectStatus(declared, 200);
});
afterAll(() => test?.close());

const page = async (query: Readonly<Record<string, string>>, by = employer) =>
  expectStatus(await by.get(`/organizations?${new URLSearchParams(query).toString()}`), 200)
    .body as OrganizationsPageDto;

const names = async (query: Readonly<Record<string, string>>, by = employer) =>
  (await page({ limit: '100', ...query }, by)).items.map(({ fullName }) => fullName);

const MAIKOP = expect.stringContaining('Майкопский государственный технологический университет') as string;

describe('the registry of educational organizations', () => {
  it('E2.3: shows all that are known, page by page by name, without a gap or a repetition', async () => {
    const seen: OrganizationsPageDto['items'] = [];
    let cursor = '';
    do {
      const next = await page({ limit: '100', ...(cursor && { cursor }) });
      seen.push(...next.items);
      cursor = next.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen).toHaveLength(1036 + 2);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1036 + 2);
    expect(seen.filter(({ hasAccount }) => hasAccount)).toHaveLength(2);
    expect(seen.filter(({ isPartner }) => isPartner).map(({ id }) => id)).toEqual([test.world.university.id]);
  });

  it('shows public facts only', async () => {
    const { items } = await page({ q: '0105014177' });
    expect(items).toEqual([
      {
        id: expect.any(String) as string,
        side: 'EDUCATION',
        fullName: MAIKOP,
        shortName: 'ФГБОУ ВО «МГТУ»',
        inn: '0105014177',
        ogrn: '1020100698595',
        legalForm: 'LEGAL_ENTITY',
        type: 'HIGHER',
        levels: [],
        regionCode: '01',
        city: null,
        site: 'mkgtu.ru',
        hasAccount: false,
        isPartner: false,
        openApplicationId: null,
        invitedAt: null,
      },
    ]);
  });

  it.each([
    ['part of a name', 'майкопский государственный технологический'],
    ['words in another order', 'технологический МАЙКОПСКИЙ'],
    ['quotes', '«Майкопский государственный технологический университет»'],
    ['the beginning of an ИНН', '010501417'],
    ['a whole ОГРН', '1020100698595'],
    ['a word and the beginning of a number', 'майкопский 0105'],
  ])('E2.4b: is searched by %s', async (_, q) => {
    expect(await names({ q })).toContainEqual(MAIKOP);
  });

  it('E2.4b: takes ё for е, digits as a beginning alone, and the signs of a pattern for themselves', async () => {
    expect(await names({ q: 'приозерный' })).toEqual(['ФГБОУ ВО «Приозёрный университет»']);
    expect(await names({ q: '05014177' })).toEqual([]);
    expect(await names({ q: 'майкоп_кий' })).toEqual([]);
    expect(await names({ q: '%' })).toEqual([]);
    expect(await names({ q: 'такого университета нет' })).toEqual([]);
  });

  it('E2.4a: is narrowed by regions, type and account; values of one filter are OR, filters are AND', async () => {
    const { items } = await page({ regionCode: '01,02', type: 'HIGHER', limit: '100' });
    expect(new Set(items.map(({ regionCode }) => regionCode))).toEqual(new Set(['01', '02']));
    expect(items.every(({ type }) => type === 'HIGHER')).toBe(true);
    expect(await names({ hasAccount: 'true' })).toHaveLength(2);
    expect(await names({ regionCode: '01', q: 'технологический' })).toEqual([MAIKOP]);
  });

  it('E2.4a: is narrowed by level, specialty and area to those that have declared them', async () => {
    const own = ['ФГБОУ ВО «Приозёрный университет»'];
    expect(await names({ level: 'BACHELOR' })).toEqual(own);
    expect(await names({ level: 'MASTER,POSTGRADUATE' })).toEqual(own);
    expect(await names({ level: 'SPO_WORKER' })).toEqual([]);
    expect(await names({ specialtyCode: '38.03.01' })).toEqual(own);
    expect(await names({ specialtyCode: '38.03.02' })).toEqual([]);
    expect(await names({ areaCode: '08', q: 'приозёрный' })).toEqual(own);
    expect(await names({ areaCode: '33' })).toEqual([]);
  });

  it('tells limited counts, each group without its own filter', async () => {
    const all = await page({ counts: 'true' });
    expect(all.total).toEqual({ value: 1000, relation: 'gte' });
    expect(all.facets?.type).toMatchObject({
      HIGHER: { value: 794, relation: 'eq' },
      VOCATIONAL: { value: 26, relation: 'eq' },
      OTHER: { value: 216, relation: 'eq' },
    });
    const some = await page({ counts: 'true', type: 'VOCATIONAL', q: 'колледж' });
    expect(some.total?.value).toBe(some.items.length);
    expect(some.facets?.type?.['HIGHER']?.relation).toBe('eq');
  });

  it('counts and pages a text that most of the registry holds', async () => {
    await test.database.owner.query(
      `INSERT INTO organizations (id, side, legal_form, full_name, inn, region_code, search_text, created_at, updated_at)
       SELECT gen_random_uuid(), 'EDUCATION', 'LEGAL_ENTITY', 'Яркая школа ' || n, '5' || lpad(n::text, 9, '0'), '02',
              'яркая школа ' || n || ' ' || '5' || lpad(n::text, 9, '0'), now(), now() FROM generate_series(1, 6000) n`,
    );
    const first = await page({ q: 'яркая школа', counts: 'true' });
    expect(first.total?.relation).toBe('gte');
    expect(first.items).toHaveLength(25);
    const second = await page({ q: 'яркая школа', cursor: first.nextCursor ?? '' });
    expect(second.items[0]!.fullName > first.items.at(-1)!.fullName).toBe(true);
    expect(await names({ q: 'яркая школа 5999' })).toEqual(['Яркая школа 5999']);
  });

  it('refuses what is not in its lists, and a cursor of another search, organization or made up', async () => {
    const refused = async (query: string, by = employer) =>
      (expectStatus(await by.get(`/organizations?${query}`), 400).body as Problem).code;
    for (const query of [
      'regionCode=00',
      'type=ВО',
      'level=DOCTOR',
      'specialtyCode=1',
      'areaCode=99',
      'side=PLATFORM',
    ]) {
      expect([query, await refused(encodeURI(query))]).toEqual([query, 'invalid_parameter']);
    }
    const { nextCursor } = await page({ limit: '1' });
    const stranger = await test.as(test.world.foreignEmployer.people.observer);
    expect(await refused(`limit=1&q=a&cursor=${nextCursor}`)).toBe('invalid_cursor');
    expect(await refused(`limit=1&cursor=${nextCursor}`, stranger)).toBe('invalid_cursor');
    expect(await refused('limit=1&cursor=made.up')).toBe('invalid_cursor');
  });
});

describe('the registry of employers', () => {
  it('mirrors it for universities, narrowed by legal form', async () => {
    const { items, facets } = await page({ counts: 'true' }, university);
    expect(items.map(({ id }) => id).sort()).toEqual(
      [test.world.employer.id, test.world.foreignEmployer.id].sort(),
    );
    expect(facets?.legalForm).toMatchObject({ LEGAL_ENTITY: { value: 2, relation: 'eq' } });
    expect(await names({ q: 'сосна' }, university)).toEqual(['ООО «Сосна»']);
    expect(await names({ legalForm: 'SOLE_PROPRIETOR' }, university)).toEqual([]);
    expect(await names({ side: 'EDUCATION', q: 'приозёрный' }, university)).toHaveLength(1);
  });
});

describe('what an educational organization declares', () => {
  const put = async (body: object, by?: Caller, version?: number) => {
    const head = by ?? (await test.as(test.world.university.people.head));
    const own = (await head.get('/organization')).body as { version: number };
    return head
      .send('put', '/organization/education')
      .set('If-Match', `"v${version ?? own.version}"`)
      .send(body);
  };
  const EMPTY = { levels: [], programmes: [], areaCodes: [] };
  const errorsOf = (body: unknown) => (body as Problem).errors?.map(({ pointer, code }) => [pointer, code]);

  it('is read by everybody in its public part, named as the reference data name it, with the levels it implies', async () => {
    const card = expectStatus(await employer.get(`/organizations/${test.world.university.id}`), 200)
      .body as object;
    expect(card).toMatchObject({
      levels: ['BACHELOR', 'MASTER'],
      education: {
        levels: ['BACHELOR', 'MASTER'],
        programmes: [
          { specialtyCode: '09.03.04', specialtyName: 'Программная инженерия', level: 'BACHELOR' },
          { specialtyCode: '38.03.01', specialtyName: 'Экономика', level: 'BACHELOR' },
        ],
        areaCodes: ['06', '08'],
      },
    });
  });

  it('is replaced as a whole, for the version it was read in', async () => {
    const body = {
      levels: [],
      programmes: [
        { specialtyCode: '38.03.01', specialtyName: 'Чужое название' },
        { specialtyCode: '99.03.99', specialtyName: 'Новое  направление\u202E' },
      ],
      areaCodes: ['08'],
    };
    const declared = expectStatus(await put(body), 200).body as { version: number };
    expect(declared).toMatchObject({
      levels: ['BACHELOR'],
      programmes: [
        { specialtyCode: '38.03.01', specialtyName: 'Экономика' },
        { specialtyCode: '99.03.99', specialtyName: 'Новое  направление' },
      ],
      areaCodes: ['08'],
    });
    expectStatus(await put(EMPTY, undefined, declared.version - 1), 412);
    expect(await names({ specialtyCode: '09.03.04' })).toEqual([]);
  });

  it.each([
    [
      'a code of no level',
      { programmes: [{ specialtyCode: '09.99.04', specialtyName: 'х' }] },
      '/programmes/0/specialtyCode',
      'no_level',
    ],
    [
      'one programme twice',
      { programmes: [{ specialtyCode: '09.03.04' }, { specialtyCode: '09.03.04' }] },
      '/programmes/1/specialtyCode',
      'duplicate',
    ],
    [
      'an unknown code without a name',
      { programmes: [{ specialtyCode: '99.03.01' }] },
      '/programmes/0/specialtyName',
      'required',
    ],
    [
      'a name of 5,000 signs',
      { programmes: [{ specialtyCode: '99.03.01', specialtyName: 'п'.repeat(5000) }] },
      '/programmes/0/specialtyName',
      'max_length',
    ],
    ['an unknown area', { areaCodes: ['99'] }, '/areaCodes', 'in'],
    ['an unknown level', { levels: ['DOCTOR'] }, '/levels', 'in'],
  ])('is not changed by %s', async (_, part, pointer, code) => {
    const before = (await employer.get(`/organizations/${test.world.university.id}`)).body as {
      education: object;
    };
    const refused = expectStatus(await put({ ...EMPTY, ...part }), 422);
    expect(errorsOf(refused.body)).toEqual([[pointer, code]]);
    const after = (await employer.get(`/organizations/${test.world.university.id}`)).body as {
      education: object;
    };
    expect(after.education).toEqual(before.education);
  });

  it('is not an employer’s to declare', async () => {
    const refused = await put(EMPTY, await test.as(test.world.employer.people.head));
    expect((expectStatus(refused, 403).body as Problem).detail).toContain('образовательные');
  });
});

describe('an organization by its ИНН', () => {
  const find = (inn: string) => employer.get(`/organizations/by-inn?inn=${encodeURIComponent(inn)}`);

  it('is told from the registry the installation has, however the number is typed', async () => {
    const entry = expectStatus(await find('0105 014177'), 200).body as object;
    expect(entry).toMatchObject({ fullName: MAIKOP, kpp: '010501001', hasAccount: false, side: 'EDUCATION' });
  });

  it.each([
    ['an unknown number', '7707049388', 404, 'not_found', 'в реестре нет'],
    ['a wrong check digit', '0105014178', 400, 'invalid_parameter', 'Контрольное число'],
    ['too few digits', '01050', 400, 'invalid_parameter', '10 цифр'],
  ])('answers %s clearly', async (_, inn, status, code, words) => {
    const problem = expectStatus(await find(inn), status).body as Problem;
    expect(problem.code).toBe(code);
    expect(JSON.stringify(problem)).toContain(words);
  });
});
