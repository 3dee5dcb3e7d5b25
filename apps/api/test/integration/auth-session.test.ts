import { createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../support/index.js';
import {
  createTestApp,
  expectStatus,
  TEST_NOW,
  TEST_PASSWORD,
  type TestApp,
  type TestPerson,
} from '../support/index.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(async () => {
  await test?.close();
});
beforeEach(() => test.clock.set(TEST_NOW));

async function signIn({ email }: TestPerson): Promise<Caller> {
  const response = expectStatus(
    await test.anonymous.post('/auth/login', { email, password: TEST_PASSWORD }),
    200,
  );
  const [cookie] = response.headers['set-cookie'] as unknown as string[];
  return test.anonymous.with({ cookie: cookie?.split(';')[0] ?? '' });
}

const after = (milliseconds: number) => test.clock.set(new Date(TEST_NOW.getTime() + milliseconds));
const own = <Row extends object>(text: string, values: unknown[]) =>
  test.database.owner.query<Row>(text, values);

async function expectInvalid(caller: Caller): Promise<void> {
  const response = expectStatus(await caller.get('/me'), 401);
  expect(response.body).toMatchObject({ code: 'invalid_token' });
  expect(response.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
}

describe('A session', () => {
  it('ends after thirty minutes without a request', async () => {
    const caller = await signIn(test.world.employer.people.manager);
    after(30 * MINUTE - 1000);
    expectStatus(await caller.get('/me'), 200);
    after(60 * MINUTE - 2000);
    expectStatus(await caller.get('/me'), 200);
    after(90 * MINUTE);
    await expectInvalid(caller);
  });

  it('ends after twelve hours, however busy', async () => {
    const caller = await signIn(test.world.employer.people.manager);
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      after(minutes * MINUTE);
      expectStatus(await caller.get('/me'), 200);
    }
    after(12 * HOUR - 1000);
    expectStatus(await caller.get('/me'), 200);
    after(12 * HOUR);
    await expectInvalid(caller);
  });

  it('writes when it was last seen at most once a minute', async () => {
    const person = test.world.employer.people.observer;
    const caller = await signIn(person);
    const lastSeen = async () => {
      const { rows } = await own<{ last_seen_at: Date }>(
        'SELECT last_seen_at FROM sessions WHERE person_id = $1',
        [person.id],
      );
      return rows[0]?.last_seen_at.getTime();
    };
    after(59_000);
    expectStatus(await caller.get('/me'), 200);
    expect(await lastSeen()).toBe(TEST_NOW.getTime());
    after(60_000);
    expectStatus(await caller.get('/me'), 200);
    expect(await lastSeen()).toBe(TEST_NOW.getTime() + 60_000);
  });

  it('is over at logout: the cookie is cleared and no copy of it works', async () => {
    const caller = await signIn(test.world.employer.people.clerk);
    const response = expectStatus(await caller.post('/auth/logout'), 204);
    expect((response.headers['set-cookie'] as unknown as string[])[0]).toMatch(
      /^praktika=; Max-Age=0; Path=\/;/,
    );
    await expectInvalid(caller);
  });

  it('carries a change of roles at the very next request', async () => {
    const person = test.world.employer.people.lawyer;
    const caller = await signIn(person);
    expectStatus(await caller.get('/api-tokens'), 403);
    await own(`UPDATE memberships SET roles = '{ADMINISTRATOR}' WHERE person_id = $1`, [person.id]);
    expectStatus(await caller.get('/api-tokens'), 200);
    await own(`UPDATE memberships SET roles = '{LAWYER}' WHERE person_id = $1`, [person.id]);
    expectStatus(await caller.get('/api-tokens'), 403);
  });

  it('loses its organization at the next request after the membership ended', async () => {
    const person = test.world.university.people.lawyer;
    const caller = await signIn(person);
    await own('UPDATE memberships SET ended_at = $2 WHERE person_id = $1', [person.id, TEST_NOW]);
    expect(expectStatus(await caller.get('/organization'), 403).body).toMatchObject({
      code: 'organization_required',
    });
    expect(expectStatus(await caller.get('/me'), 200).body).toMatchObject({
      organization: null,
      permissions: [],
    });
  });

  it('is refused at the next request after the person was blocked', async () => {
    const person = test.world.university.people.clerk;
    const caller = await signIn(person);
    await own('UPDATE people SET blocked_at = $2 WHERE id = $1', [person.id, TEST_NOW]);
    await expectInvalid(caller);
  });

  it('is asked for where there is none, and never accepted together with a token', async () => {
    expect(expectStatus(await test.anonymous.get('/me'), 401).body).toMatchObject({
      code: 'unauthenticated',
    });
    const caller = await test.as(test.world.employer.people.manager);
    const both = expectStatus(await caller.with({ authorization: 'Bearer prk_live_x' }).get('/me'), 400);
    expect(both.body).toMatchObject({ code: 'ambiguous_credentials' });
  });
});

describe('The session cookie over https', () => {
  let secure: TestApp;

  beforeAll(async () => {
    secure = await createTestApp({ secureCookies: true, publicUrl: 'https://praktika.test' });
  });
  afterAll(async () => {
    await secure?.close();
  });

  it('bears the __Host- prefix and is Secure; a cookie without the prefix is not looked at', async () => {
    const { email } = secure.world.employer.people.manager;
    const response = expectStatus(
      await secure.anonymous.post('/auth/login', { email, password: TEST_PASSWORD }),
      200,
    );
    const [cookie = ''] = response.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^__Host-praktika=[\w.-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const pair = cookie.split(';')[0] ?? '';
    expectStatus(await secure.anonymous.with({ cookie: pair }).get('/me'), 200);
    expectStatus(await secure.anonymous.with({ cookie: pair.replace('__Host-', '') }).get('/me'), 401);
  });
});

describe('A crafted session token', () => {
  const NOW = Math.floor(TEST_NOW.getTime() / 1000);
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const hmac = (text: string, secret: string, digest = 'sha256') =>
    createHmac(digest, secret).update(text).digest('base64url');
  let sid: string;

  beforeAll(async () => {
    sid = uuidv7();
    const { id, organizationId } = test.world.employer.people.head;
    await own(
      `INSERT INTO sessions (id, person_id, organization_id, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $4, $5)`,
      [sid, id, organizationId, TEST_NOW, new Date(TEST_NOW.getTime() + 12 * HOUR)],
    );
  });

  const claims = () => ({
    sid,
    org: test.world.employer.id,
    iat: NOW,
    exp: NOW + 3600,
    iss: 'praktika',
    aud: 'praktika-session',
  });
  const token = (header: object, payload: unknown, secret = test.config.sessionSecret, digest = 'sha256') => {
    const text = `${base64(header)}.${base64(payload)}`;
    return `${text}.${hmac(text, secret, digest)}`;
  };
  const HS256 = { alg: 'HS256', typ: 'JWT' };
  const answer = (text: string) => test.anonymous.with({ cookie: `praktika=${text}` }).get('/me');

  it('of the right shape and key is accepted: the cases below fail for their one fault', async () => {
    expectStatus(await answer(token(HS256, claims())), 200);
  });

  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const without = (name: string) =>
    Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name));
  const faults: readonly (readonly [string, () => string])[] = [
    ['alg none without a signature', () => `${base64({ alg: 'none' })}.${base64(claims())}.`],
    ['alg None in another case', () => `${base64({ alg: 'nOnE', typ: 'JWT' })}.${base64(claims())}.`],
    ['alg none with the right signature', () => token({ alg: 'none' }, claims())],
    ['no alg at all', () => token({ typ: 'JWT' }, claims())],
    ['HS384 with the right key', () => token({ alg: 'HS384' }, claims(), undefined, 'sha384')],
    ['HS512 with the right key', () => token({ alg: 'HS512' }, claims(), undefined, 'sha512')],
    [
      'RS256 with a key of its own',
      () => {
        const text = `${base64({ alg: 'RS256' })}.${base64(claims())}`;
        return `${text}.${signBytes('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
      },
    ],
    [
      'HS256 keyed with a public key',
      () => token(HS256, claims(), publicKey.export({ type: 'spki', format: 'pem' }).toString()),
    ],
    ['another key', () => token(HS256, claims(), 'another-secret-of-thirty-two-signs!!')],
    ['an empty key', () => token(HS256, claims(), '')],
    ['a kid that walks to /dev/null', () => token({ ...HS256, kid: '../../../dev/null' }, claims(), '')],
    ['a jku of its own', () => token({ ...HS256, jku: 'http://127.0.0.1:9/k' }, claims(), 'attacker-key')],
    ['a jwk of its own', () => token({ ...HS256, jwk: { kty: 'oct', k: 'YQ' } }, claims(), 'a')],
    ['another audience', () => token(HS256, { ...claims(), aud: 'praktika-file' })],
    ['no audience', () => token(HS256, without('aud'))],
    ['another issuer', () => token(HS256, { ...claims(), iss: 'elsewhere' })],
    ['an end in the past', () => token(HS256, { ...claims(), exp: NOW - 1 })],
    ['no end', () => token(HS256, without('exp'))],
    ['a beginning in the future', () => token(HS256, { ...claims(), nbf: NOW + 60 })],
    ['another organization', () => token(HS256, { ...claims(), org: test.world.foreignEmployer.id })],
    ['no organization', () => token(HS256, without('org'))],
    ['an unknown session', () => token(HS256, { ...claims(), sid: uuidv7() })],
    ['a session id that is no UUID', () => token(HS256, { ...claims(), sid: "' OR true --" })],
    ['no session', () => token(HS256, without('sid'))],
    [
      'a changed payload',
      () => token(HS256, claims()).replace(/\.[^.]+\./, `.${base64({ ...claims(), x: 1 })}.`),
    ],
    ['a cut signature', () => token(HS256, claims()).slice(0, -2)],
    ['four parts', () => `${token(HS256, claims())}.AA`],
    ['no structure', () => 'not-a-token'],
  ];

  it.each(faults)('with %s is refused like any other', async (_, craft) => {
    const response = expectStatus(await answer(craft()), 401);
    expect(response.body).toMatchObject({ code: 'invalid_token', title: 'Токен не действует' });
  });
});
