import {
  createTestApp,
  createPartnership,
  expectStatus,
  TEST_NOW,
  type Caller,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let head: Caller;

beforeAll(async () => {
  test = await createTestApp();
  head = await test.as(test.world.employer.people.head);
});
afterAll(async () => {
  await test?.close();
});

describe('The profile of the own organization', () => {
  it('is readable by everybody who works there, with its version as ETag', async () => {
    const observer = await test.as(test.world.employer.people.observer);
    const response = expectStatus(await observer.get('/organization'), 200);
    expect(response.body).toMatchObject({
      id: test.world.employer.id,
      side: 'EMPLOYER',
      legalForm: 'LEGAL_ENTITY',
      inn: test.world.employer.inn,
      ogrn: test.world.employer.ogrn,
      profileEmail: test.world.employer.profileEmail,
      timezone: 'Europe/Moscow',
      version: 1,
    });
    expect(response.headers['etag']).toBe('"v1"');
  });

  it('is changed by whoever may, field by field, and null clears', async () => {
    const changes = {
      shortName: '  ООО «Новая  Сосна» ',
      profileEmail: 'new@employer.test',
      phone: '+74951234567',
      site: 'https://sosna.test/about',
      timezone: 'Asia/Yekaterinburg',
    };
    const changed = expectStatus(await head.patch('/organization', changes, 1), 200);
    expect(changed.body).toMatchObject({ ...changes, shortName: 'ООО «Новая  Сосна»', version: 2 });
    const cleared = expectStatus(await head.patch('/organization', { site: null, phone: null }, 2), 200);
    expect(cleared.body).toMatchObject({
      site: null,
      phone: null,
      profileEmail: 'new@employer.test',
      version: 3,
    });
    const { rows } = await test.database.owner.query<{ payload: object }>(
      `SELECT payload FROM history_entries WHERE type = 'organization.updated' ORDER BY id`,
    );
    expect(rows[1]?.payload).toEqual({ fields: ['site', 'phone'] });
  });

  it('keeps its version when nothing changes', async () => {
    const before = expectStatus(await head.get('/organization'), 200).body as { version: number; city: null };
    const response = await head.patch('/organization', { city: before.city }, before.version);
    expect(expectStatus(response, 200).body).toEqual(before);
  });

  it('needs the version it was read in: 428 without, 412 for a stale one with the present', async () => {
    expectStatus(await head.patch('/organization', { city: 'Тула' }), 428);
    const stale = expectStatus(await head.patch('/organization', { city: 'Тула' }, 1), 412);
    expect(stale.body).toMatchObject({ code: 'precondition_failed', etag: '"v3"' });
    expect(stale.headers['etag']).toBe('"v3"');
  });

  it('of twenty parallel edits takes one per version', async () => {
    const { version } = expectStatus(await head.get('/organization'), 200).body as { version: number };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        head.patch('/organization', { city: `Город ${index}` }, version),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
  });

  it.each([
    ['no e-mail', { profileEmail: null }, '/profileEmail'],
    ['an e-mail with a forged header', { profileEmail: 'a@b.test\nBcc: c@d.test' }, '/profileEmail'],
    ['a zone outside Russia', { timezone: 'Europe/Paris' }, '/timezone'],
    ['a site that runs code', { site: 'javascript:alert(1)' }, '/site'],
    ['a city longer than 100 signs', { city: 'к'.repeat(101) }, '/city'],
    ['another ИНН', { inn: '7700001010' }, '/inn'],
    ['another side', { side: 'PLATFORM' }, '/side'],
    ['a version of one’s own', { version: 99 }, '/version'],
  ])('refuses %s at the field', async (_, changes, pointer) => {
    const response = expectStatus(await head.patch('/organization', changes, 1), 422);
    const { errors } = response.body as { errors: { pointer: string }[] };
    expect(new Set(errors.map((error) => error.pointer))).toEqual(new Set([pointer]));
  });

  it.each(['manager', 'lawyer', 'signatory', 'clerk', 'observer'] as const)(
    'is not for a %s to change',
    async (who) => {
      const caller = await test.as(test.world.university.people[who]);
      expectStatus(await caller.patch('/organization', { city: 'Тула' }, 1), 403);
    },
  );
});

describe('Partners', () => {
  interface Partner {
    readonly id: string;
    readonly since: string;
  }
  const find = async (caller: Caller, q: string) => {
    const response = expectStatus(await caller.get(`/partners?q=${encodeURIComponent(q)}`), 200);
    return (response.body as { items: Partner[] }).items;
  };

  it('are the organizations of active partnerships, found by name, ИНН and ОГРН however typed', async () => {
    const { university } = test.world;
    const caller = await test.as(test.world.employer.people.observer);
    const searches = [
      '',
      'приозерный',
      'ПРИОЗЁРНЫЙ',
      '«приозёрный',
      university.inn,
      university.ogrn.slice(0, 6),
    ];
    for (const q of searches) {
      const items = await find(caller, q);
      expect(items.map(({ id }) => id)).toEqual([university.id]);
      expect(items[0]?.since).toBe(TEST_NOW.toISOString());
    }
    expect(await find(caller, 'нет такого')).toEqual([]);
    expect(await find(caller, '_')).toEqual([]);
  });

  it('of others stay unseen, and an ended partnership is none', async () => {
    const { employer, foreignUniversity, foreignEmployer } = test.world;
    const caller = await test.as(employer.people.observer);
    expect(await find(caller, foreignUniversity.inn)).toEqual([]);
    await createPartnership(test.database.owner, employer.id, foreignUniversity.id, TEST_NOW);
    expect(await find(caller, foreignUniversity.inn)).toHaveLength(1);
    await test.database.owner.query(
      `UPDATE partnerships SET status = 'ENDED', ended_at = now() WHERE employer_id = $1 AND education_organization_id = $2`,
      [employer.id, foreignUniversity.id],
    );
    expect(await find(caller, foreignUniversity.inn)).toEqual([]);
    expect(await find(await test.as(foreignEmployer.people.observer), '')).toHaveLength(1);
  });

  it('are not searched with an unknown or repeated parameter', async () => {
    const caller = await test.as(test.world.employer.people.observer);
    expectStatus(await caller.get('/partners?sort=name'), 400);
    expectStatus(await caller.get('/partners?q=a&q=b'), 400);
    expectStatus(await caller.get(`/partners?q=${'a'.repeat(201)}`), 400);
  });
});
