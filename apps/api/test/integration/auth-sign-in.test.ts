import { hash } from '@node-rs/argon2';
import { v7 as uuidv7 } from 'uuid';
import { Passwords } from '../../src/core/auth/index.js';
import { createTestApp, expectStatus, TEST_NOW, TEST_PASSWORD, type TestApp } from '../support/index.js';

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(async () => {
  await test?.close();
});
beforeEach(async () => {
  test.clock.set(TEST_NOW);
  await test.database.owner.query('DELETE FROM sign_in_attempts');
});

const logIn = (email: string, password = TEST_PASSWORD) =>
  test.anonymous.post('/auth/login', { email, password });

/** A further person, arranged past the API; `hash` null means that no password opens the account. */
async function addPerson(email: string, passwordHash: string | null): Promise<string> {
  const id = uuidv7();
  await test.database.owner.query(
    `INSERT INTO people (id, surname, given_name, email, password_hash, created_at, updated_at)
     VALUES ($1, 'Ель', 'Яна', $2, $3, $4, $4)`,
    [id, email, passwordHash, TEST_NOW],
  );
  return id;
}

async function addMembership(personId: string, organizationId: string, role = 'MANAGER'): Promise<void> {
  await test.database.owner.query(
    `INSERT INTO memberships (id, organization_id, person_id, roles, started_at) VALUES ($1, $2, $3, $4, $5)`,
    [uuidv7(), organizationId, personId, [role], TEST_NOW],
  );
}

async function addSoleProprietor(): Promise<string> {
  const id = uuidv7();
  await test.database.owner.query(
    `INSERT INTO organizations (id, side, legal_form, full_name, inn, ogrn, profile_email, acting, search_text,
       created_at, updated_at)
     VALUES ($1, 'EMPLOYER', 'SOLE_PROPRIETOR', 'ИП Ёлкина Яна', '770000000082', '304770000000020', 'ip@elka.test',
       true, 'ип елкина', $2, $2)`,
    [id, TEST_NOW],
  );
  return id;
}

describe('Sign-in', () => {
  it('E1.3b: valid credentials open a session in an httpOnly, SameSite=Lax cookie of the whole site', async () => {
    const { manager } = test.world.employer.people;
    const response = expectStatus(await logIn(manager.email.toUpperCase()), 200);
    expect(response.body).toMatchObject({
      person: { id: manager.id, surname: manager.surname, email: manager.email, mustChangePassword: false },
      organizationId: test.world.employer.id,
    });
    const [cookie] = response.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^praktika=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('E1.3b: a wrong password, an unknown, a blocked and a passwordless account get one answer and no session', async () => {
    const blocked = test.world.university.people.clerk;
    await test.database.owner.query('UPDATE people SET blocked_at = $2 WHERE id = $1', [
      blocked.id,
      TEST_NOW,
    ]);
    await addPerson('without-password@elka.test', null);
    const answers = [
      await logIn(test.world.employer.people.clerk.email, 'Wrong-horse-battery-9'),
      await logIn('nobody@elka.test'),
      await logIn(blocked.email),
      await logIn('without-password@elka.test', ''.padEnd(12, ' ')),
    ];
    const bodies = answers.map(({ body }) => {
      const { traceId, ...rest } = body as Record<string, unknown>;
      expect(traceId).toBeDefined();
      return rest;
    });
    expect(bodies[0]).toMatchObject({
      status: 401,
      code: 'invalid_credentials',
      title: 'Неверный e-mail или пароль',
    });
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    for (const { headers } of answers) expect(headers['set-cookie']).toBeUndefined();
  });

  it('hashes a made-up password for an unknown account, so that the work done does not tell it apart', async () => {
    const passwords = test.app.get(Passwords);
    const seen: unknown[] = [];
    const verify = passwords.verify.bind(passwords);
    passwords.verify = (stored, password) => {
      seen.push(stored);
      return verify(stored, password);
    };
    try {
      expectStatus(await logIn('nobody@elka.test'), 401);
    } finally {
      passwords.verify = verify;
    }
    expect(seen).toEqual([undefined]);
    const started = process.cpuUsage();
    expect(await passwords.verify(undefined, 'anything at all')).toBe(false);
    const { user, system } = process.cpuUsage(started);
    expect(user + system).toBeGreaterThan(1_000);
  });

  it('renews a hash made with other parameters when its password is at hand', async () => {
    const older = await hash(TEST_PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const id = await addPerson('older@elka.test', older);
    expectStatus(await logIn('older@elka.test'), 200);
    const { rows } = await test.database.owner.query<{ password_hash: string }>(
      'SELECT password_hash FROM people WHERE id = $1',
      [id],
    );
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expectStatus(await logIn('older@elka.test'), 200);
  });

  it('keeps a journal of successes and failures, with the reason of a failure', async () => {
    const { lawyer } = test.world.employer.people;
    expectStatus(await logIn(lawyer.email, 'Wrong-horse-battery-9'), 401);
    expectStatus(await logIn(lawyer.email), 200);
    const { rows } = await test.database.owner.query(
      'SELECT type, organization_id, payload FROM history_entries WHERE person_id = $1 ORDER BY at, id',
      [lawyer.id],
    );
    expect(rows).toEqual([
      { type: 'session.refused', organization_id: null, payload: { reason: 'wrong_password' } },
      { type: 'session.opened', organization_id: test.world.employer.id, payload: {} },
    ]);
  });

  it('keeps at most ten sessions of a person: the eleventh sign-in ends the first', async () => {
    const { observer } = test.world.university.people;
    const cookies: string[] = [];
    for (let count = 0; count < 11; count++) {
      test.clock.set(new Date(TEST_NOW.getTime() + count * 1000));
      const [cookie] = expectStatus(await logIn(observer.email), 200).headers[
        'set-cookie'
      ] as unknown as string[];
      cookies.push(cookie?.split(';')[0] ?? '');
    }
    expectStatus(await test.anonymous.with({ cookie: cookies[0]! }).get('/me'), 401);
    expectStatus(await test.anonymous.with({ cookie: cookies[1]! }).get('/me'), 200);
    expectStatus(await test.anonymous.with({ cookie: cookies[10]! }).get('/me'), 200);
  });
});

describe('«Войти как»', () => {
  let email: string;
  let proprietorId: string;

  beforeAll(async () => {
    email = 'two-hats@elka.test';
    const id = await addPerson(email, await new Passwords().hash(TEST_PASSWORD));
    proprietorId = await addSoleProprietor();
    await addMembership(id, proprietorId);
    await addMembership(id, test.world.employer.id);
  });

  const signIn = async () => {
    const response = expectStatus(await logIn(email), 200);
    const [cookie] = response.headers['set-cookie'] as unknown as string[];
    return {
      body: response.body as object,
      caller: test.anonymous.with({ cookie: cookie?.split(';')[0] ?? '' }),
    };
  };

  it('E1.4a: names the sole proprietors and organizations of the account, and enters none by itself', async () => {
    const { body, caller } = await signIn();
    expect(body).toMatchObject({
      organizationId: null,
      organizations: [
        { id: proprietorId, name: 'ИП Ёлкина Яна', side: 'EMPLOYER', roles: ['MANAGER'] },
        { id: test.world.employer.id, name: 'ООО «Сосна»', side: 'EMPLOYER', roles: ['MANAGER'] },
      ],
    });
    const refused = expectStatus(await caller.get('/organization'), 403);
    expect((refused.body as { code: string }).code).toBe('organization_required');
  });

  it('E1.4b: choosing a sole proprietor scopes the session to it alone, until another is chosen', async () => {
    const { caller } = await signIn();
    const chosen = expectStatus(
      await caller.post('/auth/organization', { organizationId: proprietorId }),
      200,
    );
    const [cookie] = chosen.headers['set-cookie'] as unknown as string[];
    const scoped = test.anonymous.with({ cookie: cookie?.split(';')[0] ?? '' });
    const profile = expectStatus(await scoped.get('/organization'), 200);
    expect(profile.body).toMatchObject({ id: proprietorId, legalForm: 'SOLE_PROPRIETOR' });
    expectStatus(await scoped.post('/auth/organization', { organizationId: test.world.employer.id }), 200);
    expectStatus(await scoped.get('/organization'), 401);
  });

  it('E1.4b: an organization the person does not work for is answered like one that does not exist', async () => {
    const { caller } = await signIn();
    const foreign = await caller.post('/auth/organization', {
      organizationId: test.world.foreignEmployer.id,
    });
    const unknown = await caller.post('/auth/organization', { organizationId: uuidv7() });
    expect({ ...expectStatus(foreign, 404).body, traceId: '' }).toEqual({
      ...expectStatus(unknown, 404).body,
      traceId: '',
    });
  });

  it('E1.t1: a signed-in employer user acts as manager of the chosen organization', async () => {
    const manager = await test.as(test.world.employer.people.manager);
    const me = expectStatus(await manager.get('/me'), 200).body as { permissions: string[] };
    expect(me).toMatchObject({
      organization: { id: test.world.employer.id, side: 'EMPLOYER', timezone: 'Europe/Moscow' },
      roles: ['MANAGER'],
      apiUserId: test.world.employer.id,
      counters: { waitingForMe: 0, unreadNotifications: 0 },
      demo: false,
    });
    expect(me.permissions).toEqual(expect.arrayContaining(['documents:approve', 'documents:close']));
    expect(me.permissions).not.toContain('employees:manage');
  });
});

describe('Limits of attempts', () => {
  const MINUTE = 60_000;
  const at = (minutes: number) => test.clock.set(new Date(TEST_NOW.getTime() + minutes * MINUTE));
  const wrong = (email: string) => logIn(email, 'Wrong-horse-battery-9');

  it.each([
    ['a known account', () => test.world.employer.people.signatory.email],
    ['an unknown account', () => 'guessed@elka.test'],
  ])('locks %s for 15 minutes after ten failures, then for 30', async (_, emailOf) => {
    const email = emailOf();
    for (let count = 0; count < 10; count++) expectStatus(await wrong(email), 401);
    const locked = expectStatus(await logIn(email), 429);
    expect(locked.body).toMatchObject({ code: 'too_many_attempts' });
    expect(locked.headers['retry-after']).toBe('900');
    at(14.9);
    expectStatus(await wrong(email), 429);
    at(15);
    for (let count = 0; count < 10; count++) expectStatus(await wrong(email), 401);
    expect(expectStatus(await wrong(email), 429).headers['retry-after']).toBe('1800');
  });

  it('forgets the failures of an account at its next success', async () => {
    const { email } = test.world.employer.people.observer;
    for (let count = 0; count < 9; count++) expectStatus(await wrong(email), 401);
    expectStatus(await logIn(email), 200);
    for (let count = 0; count < 9; count++) expectStatus(await wrong(email), 401);
    expectStatus(await logIn(email), 200);
  });

  it('counts ten failures only when they fall into fifteen minutes', async () => {
    const { email } = test.world.university.people.lawyer;
    for (let count = 0; count < 12; count++) {
      at(count * 2);
      expectStatus(await wrong(email), 401);
    }
    expectStatus(await logIn(email), 200);
  });

  it('lets exactly ten of thirty parallel guesses through', async () => {
    const { email } = test.world.university.people.signatory;
    const answers = await Promise.all(Array.from({ length: 30 }, () => wrong(email)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  });

  it('lets one address fail a hundred times an hour, whatever accounts it tries', async () => {
    await test.database.owner.query(
      `INSERT INTO sign_in_attempts (email_hash, ip, succeeded, at)
       SELECT sha256(n::text::bytea), '127.0.0.1', false, $1 FROM generate_series(1, 99) n`,
      [new Date(TEST_NOW.getTime() - 30 * MINUTE)],
    );
    expectStatus(await wrong('hundredth@elka.test'), 401);
    const { email } = test.world.university.people.manager;
    expect(expectStatus(await logIn(email), 429).headers['retry-after']).toBe('1800');
    at(31);
    expectStatus(await logIn(email), 200);
  });
});
