import { isInn, isInnOfPerson, isOgrn, isOgrnip, isSnils } from '@praktika/contracts';
import {
  DEMO_ORGANIZATIONS,
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  seedDemoOrganizations,
  seedEducationOrganizations,
} from '../../src/modules/organizations/seed/index.js';
import { createTestApp, expectStatus, TEST_NOW, type Caller, type TestApp } from '../support/index.js';

let test: TestApp;
let caller: Caller;

beforeAll(async () => {
  test = await createTestApp();
  caller = await test.as(test.world.employer.people.observer);
});
afterAll(async () => {
  await test?.close();
});

async function items<Item>(path: string): Promise<Item[]> {
  return (expectStatus(await caller.get(path), 200).body as { items: Item[] }).items;
}

interface Specialty {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

const specialties = (q: string, more = '') =>
  items<Specialty>(`/reference/specialties?q=${encodeURIComponent(q)}${more}`);

describe('Specialties', () => {
  it.each([
    ['a whole code', '09.03.04'],
    ['a code without dots', '090304'],
    ['a name in another case', 'ПРОГРАММНАЯ инженерия'],
    ['parts of words in any order', 'инженер програм'],
  ])('are found by %s', async (_, q) => {
    expect(await specialties(q)).toContainEqual({
      code: '09.03.04',
      name: 'Программная инженерия',
      level: 'BACHELOR',
    });
  });

  it.each(['подъемно-транспортных', 'ПОДЪЁМНО-ТРАНСПОРТНЫХ', 'подъёмно 23.01'])(
    'are found with ё or е: %s',
    async (q) => {
      expect((await specialties(q)).map(({ code }) => code)).toContain('23.01.24');
    },
  );

  it('of vocational education stand beside those of higher education, and a level narrows the search', async () => {
    const vocational = await specialties('информационные системы', '&level=SPO_SPECIALIST&limit=100');
    expect(vocational.map(({ code }) => code)).toContain('09.02.07');
    expect(new Set(vocational.map(({ level }) => level))).toEqual(new Set(['SPO_SPECIALIST']));
    expect((await specialties('', '&limit=100')).length).toBe(100);
    expect(await specialties('такой специальности нет')).toEqual([]);
  });

  it('that begin with the search come first', async () => {
    const [first] = await specialties('эконом');
    expect(first?.name.toLowerCase()).toMatch(/^эконом/);
  });

  it('are not asked for with a wrong level, page or parameter', async () => {
    for (const query of ['level=DOCTOR', 'limit=0', 'limit=101', 'limit=x', 'page=2']) {
      expectStatus(await caller.get(`/reference/specialties?${query}`), 400);
    }
  });
});

describe('Regions and professional areas', () => {
  it('are the 89 regions with their zones and the 34 areas from 01 to 40', async () => {
    const regions = await items<{ code: string; timezone: string }>('/reference/regions');
    expect(regions).toHaveLength(89);
    expect(regions.find(({ code }) => code === '41')?.timezone).toBe('Asia/Kamchatka');
    const areas = await items<{ code: string }>('/reference/professional-areas');
    expect(areas.map(({ code }) => code)).toHaveLength(34);
    expect(areas.at(-1)?.code).toBe('40');
  });

  it('are not for those who are not signed in', async () => {
    for (const path of ['specialties', 'regions', 'professional-areas', 'education-organizations']) {
      expectStatus(await test.anonymous.get(`/reference/${path}`), 401);
    }
  });
});

describe('The public registry of educational organizations', () => {
  interface Row {
    readonly id: string;
    readonly fullName: string;
    readonly inn: string;
    readonly hasAccount: boolean;
  }
  interface Page {
    readonly items: Row[];
    readonly nextCursor: string | null;
  }
  const page = async (query: string, by: Caller = caller) =>
    expectStatus(await by.get(`/reference/education-organizations?${query}`), 200).body as Page;

  beforeAll(async () => {
    expect(await seedEducationOrganizations(test.database.owner, TEST_NOW)).toBe(1036);
    expect(await seedEducationOrganizations(test.database.owner, TEST_NOW)).toBe(0);
  });

  it('is walked page by page without a gap or a repetition', async () => {
    const seen: Row[] = [];
    let cursor: string | null = '';
    do {
      const next: Page = await page(`limit=100${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...next.items);
      cursor = next.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(1036 + 2);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1036 + 2);
    expect(seen.filter(({ hasAccount }) => hasAccount)).toHaveLength(2);
  });

  it('is searched by part of a name, ИНН or ОГРН, and shows public facts only', async () => {
    const { items: found } = await page(
      `q=${encodeURIComponent('майкопский ГОСУДАРСТВЕННЫЙ технологический')}`,
    );
    expect(found).toEqual([
      {
        id: expect.any(String) as string,
        fullName: expect.stringContaining('Майкопский государственный технологический университет') as string,
        shortName: 'ФГБОУ ВО «МГТУ»',
        inn: '0105014177',
        ogrn: '1020100698595',
        regionCode: '01',
        type: 'HIGHER',
        site: 'mkgtu.ru',
        hasAccount: false,
      },
    ]);
    expect((await page('q=0105014177')).items).toEqual(found);
  });

  it('refuses a cursor of another search, of another organization or made up', async () => {
    const { nextCursor } = await page('limit=1');
    const stranger = await test.as(test.world.foreignEmployer.people.observer);
    const path = '/reference/education-organizations';
    for (const answer of [
      await caller.get(`${path}?limit=1&q=a&cursor=${nextCursor}`),
      await stranger.get(`${path}?limit=1&cursor=${nextCursor}`),
      await caller.get(`${path}?limit=1&cursor=made.up`),
    ]) {
      expect(expectStatus(answer, 400).body).toMatchObject({ code: 'invalid_cursor' });
    }
  });
});

describe('The demo’s organizations and people', () => {
  it('have numbers that pass their checks', () => {
    for (const { inn, ogrn, legalForm } of Object.values(DEMO_ORGANIZATIONS)) {
      const proprietor = legalForm === 'SOLE_PROPRIETOR';
      expect([inn, proprietor ? isInnOfPerson(inn) : isInn(inn)]).toEqual([inn, true]);
      expect([ogrn, proprietor ? isOgrnip(ogrn) : isOgrn(ogrn)]).toEqual([ogrn, true]);
    }
    const heads = DEMO_PEOPLE.filter(({ memberships }) => memberships.some(({ role }) => role === 'HEAD'));
    expect(heads).toHaveLength(5);
    for (const { snils } of heads) expect(isSnils(snils ?? '')).toBe(true);
  });

  it('E1.4a: HR of ООО «Ромашка» may choose between it and the sole proprietor; everybody else enters at once', async () => {
    await seedDemoOrganizations(test.database.owner, TEST_NOW);
    const accounts = DEMO_PEOPLE.filter(({ signsIn }) => signsIn);
    expect(accounts).toHaveLength(10);
    for (const { email } of accounts) {
      const response = await test.anonymous.post('/auth/login', { email, password: DEMO_PASSWORD });
      const { organizations, organizationId } = expectStatus(response, 200).body as {
        organizations: { name: string }[];
        organizationId: string | null;
      };
      const names = organizations.map(({ name }) => name);
      if (email === 'hr@romashka.example') expect(names).toEqual(['ИП Лугов П. И.', 'ООО «Ромашка»']);
      else expect([email, names.length, organizationId !== null]).toEqual([email, 1, true]);
    }
  });
});
