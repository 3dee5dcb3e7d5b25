import { createHash, randomUUID } from 'node:crypto';
import { Database } from '../../src/core/database/index.js';
import { createTestApp, expectStatus, TEST_NOW, type Caller, type TestApp } from '../support/index.js';

const DAY = 24 * 3600 * 1000;
const READ = ['documents:read'];

interface Issued {
  readonly token: string;
  readonly apiToken: { readonly id: string; readonly expiresAt: string };
}

let test: TestApp;
let head: Caller;

beforeAll(async () => {
  test = await createTestApp();
  head = await test.as(test.world.employer.people.head);
});
afterAll(async () => {
  await test?.close();
});
beforeEach(() => test.clock.set(TEST_NOW));

const bearer = (token: string) => test.anonymous.with({ authorization: `Bearer ${token}` });

async function issue(body: object = {}, caller: Caller = head): Promise<Issued> {
  const response = await caller.post('/api-tokens', { name: 'Кадровая система', scopes: READ, ...body });
  return expectStatus(response, 201).body as Issued;
}

async function expectInvalid(token: string): Promise<object> {
  const response = expectStatus(await bearer(token).get('/organization'), 401);
  expect(response.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  const { traceId, ...body } = response.body as Record<string, unknown>;
  expect(traceId).toBeDefined();
  return body;
}

describe('An API token', () => {
  it('is shown once, has at least 160 random bits and a checksum, and lies in the database as SHA-256 alone', async () => {
    const { token, apiToken } = await issue();
    expect(token).toMatch(/^prk_live_[0-9A-Za-z]{27}_[0-9A-Za-z]{6}$/);
    expect(apiToken).toMatchObject({
      prefix: 'prk_live_',
      lastFour: token.slice(-4),
      scopes: READ,
      status: 'ACTIVE',
      createdBy: expect.stringContaining(test.world.employer.people.head.surname) as string,
      lastUsedAt: null,
    });
    const list = JSON.stringify(expectStatus(await head.get('/api-tokens'), 200).body);
    expect(list).toContain(apiToken.id);
    expect(list).not.toContain(token.slice(9, 36));
    const tables = ['api_tokens', 'history_entries', 'outbox', 'idempotency_keys'];
    for (const table of tables) {
      const { rows } = await test.database.owner.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toContain(token.slice(9, 36));
    }
    const { rows } = await test.database.owner.query<{ token_hash: Buffer }>(
      'SELECT token_hash FROM api_tokens WHERE id = $1',
      [apiToken.id],
    );
    expect(rows[0]?.token_hash).toEqual(createHash('sha256').update(token).digest());
  });

  it('signs a program in for its organization and tells when it was used, to the minute', async () => {
    const { token, apiToken } = await issue();
    expect(expectStatus(await bearer(token).get('/organization'), 200).body).toMatchObject({
      id: test.world.employer.id,
    });
    test.clock.set(new Date(TEST_NOW.getTime() + 59_000));
    expectStatus(await bearer(token).get('/organization'), 200);
    expect(await lastUse(apiToken.id)).toBe(TEST_NOW.toISOString());
    test.clock.set(new Date(TEST_NOW.getTime() + 60_000));
    expectStatus(await bearer(token).get('/organization'), 200);
    expect(await lastUse(apiToken.id)).toBe(new Date(TEST_NOW.getTime() + 60_000).toISOString());
  });

  it('with a typo never reaches the database', async () => {
    const { token } = await issue();
    const database = test.app.get(Database);
    const call = database.call.bind(database);
    let calls = 0;
    database.call = (...parameters) => {
      calls += 1;
      return call(...parameters);
    };
    try {
      for (let place = 9; place < token.length; place++) {
        const other = token[place] === 'a' ? 'b' : 'a';
        if (token[place] === '_') continue;
        await expectInvalid(token.slice(0, place) + other + token.slice(place + 1));
      }
      expect(calls).toBe(0);
      expectStatus(await bearer(token).get('/organization'), 200);
      expect(calls).toBeGreaterThan(0);
    } finally {
      database.call = call;
    }
  });

  it('that is mistyped, unknown, expired or revoked gets one and the same answer', async () => {
    const [revoked, expired, unknown] = [await issue(), await issue({ expiresInDays: 1 }), await issue()];
    expectStatus(await head.post(`/api-tokens/${revoked.apiToken.id}/actions/revoke`), 200);
    await test.database.owner.query(`UPDATE api_tokens SET token_hash = sha256('gone') WHERE id = $1`, [
      unknown.apiToken.id,
    ]);
    const answers = [await expectInvalid(revoked.token), await expectInvalid(unknown.token)];
    answers.push(await expectInvalid(`${revoked.token}x`), await expectInvalid('prk_live_x_y'));
    test.clock.set(new Date(Date.parse(expired.apiToken.expiresAt)));
    answers.push(await expectInvalid(expired.token));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('is refused from the first request after its revocation; revoking again changes nothing', async () => {
    const { token, apiToken } = await issue();
    expectStatus(await bearer(token).get('/partners'), 200);
    const revoke = () => head.post(`/api-tokens/${apiToken.id}/actions/revoke`);
    expect(expectStatus(await revoke(), 200).body).toMatchObject({ status: 'REVOKED' });
    await expectInvalid(token);
    expectStatus(await revoke(), 200);
    const { rows } = await test.database.owner.query(
      `SELECT type FROM outbox WHERE object_id = $1 ORDER BY id`,
      [apiToken.id],
    );
    expect(rows).toEqual([{ type: 'api_token.issued' }, { type: 'api_token.revoked' }]);
  });

  it.each([
    ['Basic', 'Basic cHJrOmxpdmU='],
    ['no scheme', 'prk_live_x'],
    ['an empty Bearer', 'Bearer '],
  ])('is never read out of %s', async (_, authorization) => {
    expectStatus(await test.anonymous.with({ authorization }).get('/organization'), 401);
  });

  it('in the address is no credential', async () => {
    const { token } = await issue();
    const response = await test.anonymous.get(`/organization?token=${token}&access_token=${token}`);
    expect(expectStatus(response, 401).body).toMatchObject({ code: 'unauthenticated' });
  });
});

describe('What a token may do', () => {
  it('is bounded by its scopes, and the refusal names the scope that is missing', async () => {
    const { token } = await issue({ scopes: ['documents:write'] });
    const refused = expectStatus(await bearer(token).get('/partners'), 403);
    expect(refused.body).toMatchObject({ code: 'insufficient_scope', required: 'documents:read' });
  });

  it('never exceeds what its creator may do today', async () => {
    const person = test.world.employer.people.administrator;
    const { token } = await issue({}, await test.as(person));
    expectStatus(await bearer(token).get('/partners'), 200);
    const own = (text: string) => test.database.owner.query(text, [person.id]);
    await own(`UPDATE memberships SET roles = '{STUDENT}' WHERE person_id = $1`);
    expect(expectStatus(await bearer(token).get('/partners'), 403).body).toMatchObject({
      code: 'insufficient_scope',
    });
    await own(`UPDATE memberships SET roles = '{ADMINISTRATOR}' WHERE person_id = $1`);
    await own('UPDATE people SET blocked_at = now() WHERE id = $1');
    await expectInvalid(token);
    await own('UPDATE people SET blocked_at = NULL WHERE id = $1');
    await own('UPDATE memberships SET ended_at = now() WHERE person_id = $1');
    await expectInvalid(token);
  });

  it.each([
    ['get', '/api-tokens'],
    ['post', '/api-tokens'],
    ['post', '/employees'],
    ['patch', '/organization'],
    ['get', '/me'],
    ['post', '/auth/password'],
  ] as const)('never includes what belongs to people: %s %s', async (method, path) => {
    const { token } = await issue({
      scopes: ['documents:read', 'documents:write', 'documents:sign-request'],
    });
    expect(expectStatus(await bearer(token).send(method, path), 403).body).toMatchObject({
      code: 'forbidden',
    });
  });

  it('needs an Idempotency-Key on every POST', async () => {
    const author = await test.as(test.world.university.people.head);
    const { token } = await issue({ scopes: ['documents:write'] }, author);
    const plain = bearer(token).with({ 'idempotency-key': '' });
    const body = { kind: 'PERIOD_CONTRACT', partnerId: test.world.employer.id };
    const response = await plain.send('post', '/contracts').unset('idempotency-key').send(body);
    expect(expectStatus(response, 400).body).toMatchObject({ code: 'idempotency_key_required' });
    expectStatus(await bearer(token).with({ 'idempotency-key': randomUUID() }).post('/contracts', body), 201);
  });
});

describe('Tokens of an organization', () => {
  it.each([
    ['a manager', 'manager'],
    ['a lawyer', 'lawyer'],
    ['a signatory', 'signatory'],
    ['a clerk', 'clerk'],
    ['an observer', 'observer'],
  ] as const)('are not for %s to see or issue', async (_, who) => {
    const caller = await test.as(test.world.university.people[who]);
    expectStatus(await caller.get('/api-tokens'), 403);
    expectStatus(await caller.post('/api-tokens', { name: 'x', scopes: READ }), 403);
  });

  it('are nobody else’s: a foreign token is answered like one that does not exist', async () => {
    const { apiToken } = await issue();
    const stranger = await test.as(test.world.foreignEmployer.people.head);
    const list = expectStatus(await stranger.get('/api-tokens'), 200);
    expect(list.body).toEqual({ items: [] });
    const foreign = await stranger.post(`/api-tokens/${apiToken.id}/actions/revoke`);
    const unknown = await stranger.post(`/api-tokens/${randomUUID()}/actions/revoke`);
    const malformed = await stranger.post('/api-tokens/nonsense/actions/revoke');
    for (const answer of [foreign, unknown, malformed]) {
      expect(expectStatus(answer, 404).body).toMatchObject({ code: 'not_found', title: 'Не найдено' });
    }
    expectStatus(await bearer((await issue()).token).get('/organization'), 200);
  });

  it.each([
    ['no name', { name: ' ' }, '/name'],
    ['no scope', { scopes: [] }, '/scopes'],
    ['an unknown scope', { scopes: ['everything'] }, '/scopes'],
    ['a scope twice', { scopes: ['documents:read', 'documents:read'] }, '/scopes'],
    ['no day', { expiresInDays: 0 }, '/expiresInDays'],
    ['366 days', { expiresInDays: 366 }, '/expiresInDays'],
    ['a creator of its own choice', { createdBy: randomUUID() }, '/createdBy'],
  ])('are not issued with %s', async (_, fault, pointer) => {
    const response = await head.post('/api-tokens', { name: 'x', scopes: READ, ...fault });
    expect(expectStatus(response, 422).body).toMatchObject({ errors: [{ pointer }] });
  });

  it('live 90 days unless told, 365 at most', async () => {
    expect((await issue()).apiToken.expiresAt).toBe(new Date(TEST_NOW.getTime() + 90 * DAY).toISOString());
    const longest = await issue({ expiresInDays: 365 });
    expect(longest.apiToken.expiresAt).toBe(new Date(TEST_NOW.getTime() + 365 * DAY).toISOString());
  });

  it('are twenty at once, even when asked for in parallel; a revoked one makes room', async () => {
    const caller = await test.as(test.world.foreignEmployer.people.head);
    const answers = await Promise.all(
      Array.from({ length: 22 }, () => caller.post('/api-tokens', { name: 'x', scopes: READ })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    const refused = answers.filter(({ status }) => status !== 201);
    for (const { body } of refused) expect(body).toMatchObject({ status: 409, code: 'invalid_state' });
    const { apiToken } = answers.find(({ status }) => status === 201)?.body as Issued;
    expectStatus(await caller.post(`/api-tokens/${apiToken.id}/actions/revoke`), 200);
    expectStatus(await caller.post('/api-tokens', { name: 'x', scopes: READ }), 201);
  });
});

async function lastUse(id: string): Promise<string | null | undefined> {
  const { items } = expectStatus(await head.get('/api-tokens'), 200).body as {
    items: { id: string; lastUsedAt: string | null }[];
  };
  return items.find((item) => item.id === id)?.lastUsedAt;
}
