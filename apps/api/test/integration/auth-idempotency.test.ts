import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { createTestApp, expectStatus, TEST_NOW, type Caller, type TestApp } from '../support/index.js';

let test: TestApp;
let head: Caller;

beforeAll(async () => {
  test = await createTestApp();
  head = await test.as(test.world.employer.people.head);
});
afterAll(async () => {
  await test?.close();
});

const keyed = (caller: Caller, key: string) => caller.with({ 'idempotency-key': key });
const versionNow = async () =>
  (expectStatus(await head.get('/organization'), 200).body as { version: number }).version;
const codeOf = ({ body }: Response) => (body as { code: string }).code;

async function storedKey(key: string): Promise<{ status: number | null; body: unknown } | undefined> {
  const { rows } = await test.database.owner.query<{ status: number | null; body: unknown }>(
    'SELECT status, body FROM idempotency_keys WHERE key = $1',
    [key],
  );
  return rows[0];
}

describe('A repeated Idempotency-Key', () => {
  it('gets the first answer again, marked as replayed, and happens once', async () => {
    const key = randomUUID();
    const version = await versionNow();
    const change = { phone: '+74951112233' };
    const first = expectStatus(await keyed(head, key).patch('/organization', change, version), 200);
    const second = expectStatus(await keyed(head, key).patch('/organization', change, version), 200);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(await versionNow()).toBe(version + 1);
  });

  it('with the members of the body in another order is the same request', async () => {
    const key = randomUUID();
    const version = await versionNow();
    expectStatus(await keyed(head, key).patch('/organization', { city: 'Тверь', phone: '1' }, version), 200);
    const again = await keyed(head, key).patch('/organization', { phone: '1', city: 'Тверь' }, version);
    expect(expectStatus(again, 200).headers['idempotency-replayed']).toBe('true');
  });

  it('five times at once has one effect: every answer is the one answer or says that it is under way', async () => {
    const key = randomUUID();
    const version = await versionNow();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => keyed(head, key).patch('/organization', { city: 'Клин' }, version)),
    );
    const done = answers.filter(({ status }) => status === 200);
    const others = answers.filter(({ status }) => status !== 200);
    expect(done.length).toBeGreaterThanOrEqual(1);
    for (const answer of done) expect(answer.body).toEqual(done[0]?.body);
    for (const answer of others)
      expect([answer.status, codeOf(answer)]).toEqual([409, 'idempotency_in_progress']);
    expect(await versionNow()).toBe(version + 1);
    const { rows } = await test.database.owner.query(
      `SELECT FROM history_entries WHERE type = 'organization.updated' AND payload @> '{"fields":["city"]}' AND at = $1`,
      [TEST_NOW],
    );
    expect(rows).toHaveLength(2);
  });

  it('with another body, or for another operation or object, is refused', async () => {
    const key = randomUUID();
    const version = await versionNow();
    expectStatus(await keyed(head, key).patch('/organization', { city: 'Дубна' }, version), 200);
    const otherBody = await keyed(head, key).patch('/organization', { city: 'Истра' }, version);
    expect([otherBody.status, codeOf(otherBody)]).toEqual([422, 'idempotency_key_reused']);
    const otherOperation = await keyed(head, key).post('/api-tokens', {
      name: 'x',
      scopes: ['documents:read'],
    });
    expect([otherOperation.status, codeOf(otherOperation)]).toEqual([422, 'idempotency_key_reused']);

    const employee = await addEmployee('first@idempotent.test');
    const other = await addEmployee('second@idempotent.test');
    const ending = randomUUID();
    expectStatus(await keyed(head, ending).post(`/employees/${employee}/actions/end`), 200);
    const otherObject = await keyed(head, ending).post(`/employees/${other}/actions/end`);
    expect([otherObject.status, codeOf(otherObject)]).toEqual([422, 'idempotency_key_reused']);
  });

  it('after a refusal is free: nothing was stored, and trying again may succeed', async () => {
    const key = randomUUID();
    const version = await versionNow();
    expectStatus(await keyed(head, key).patch('/organization', { city: 'Руза' }, version - 1), 412);
    expectStatus(await keyed(head, key).patch('/organization', { city: 7 }, version), 422);
    expect(await storedKey(key)).toBeUndefined();
    expectStatus(await keyed(head, key).patch('/organization', { city: 'Руза' }, version), 200);
  });

  it('of one person is not the key of another', async () => {
    const key = randomUUID();
    const administrator = await test.as(test.world.employer.people.administrator);
    const version = await versionNow();
    expectStatus(await keyed(head, key).patch('/organization', { city: 'Чехов' }, version), 200);
    const stale = await keyed(administrator, key).patch('/organization', { city: 'Чехов' }, version);
    expectStatus(stale, 412);
  });

  it('whose first request committed without an answer is in progress, and later says that the answer is lost', async () => {
    const key = randomUUID();
    const version = await versionNow();
    const request = () => keyed(head, key).patch('/organization', { city: 'Серпухов' }, version);
    expectStatus(await request(), 200);
    await test.database.owner.query('UPDATE idempotency_keys SET status = NULL, body = NULL WHERE key = $1', [
      key,
    ]);
    const early = expectStatus(await request(), 409);
    expect([codeOf(early), early.headers['retry-after']]).toEqual(['idempotency_in_progress', '1']);
    test.clock.set(new Date(TEST_NOW.getTime() + 31_000));
    const late = expectStatus(await request(), 409);
    expect(late.body).toMatchObject({
      code: 'idempotency_in_progress',
      detail: expect.stringContaining('утрачен') as string,
    });
    test.clock.set(TEST_NOW);
    expect(await versionNow()).toBe(version + 1);
  });

  it('never keeps a secret: the repeated request is told that it was shown once', async () => {
    const key = randomUUID();
    const body = { name: 'Кадры', scopes: ['documents:read'] };
    const first = expectStatus(await keyed(head, key).post('/api-tokens', body), 201);
    const again = expectStatus(await keyed(head, key).post('/api-tokens', body), 409);
    expect(codeOf(again)).toBe('duplicate');
    expect(await storedKey(key)).toEqual({ status: 201, body: null });
    const list = expectStatus(await head.get('/api-tokens'), 200).body as { items: { id: string }[] };
    const { apiToken } = first.body as { apiToken: { id: string } };
    expect(list.items.filter(({ id }) => id === apiToken.id)).toHaveLength(1);
  });

  it.each([
    ['empty', ''],
    ['longer than 255 signs', 'k'.repeat(256)],
    ['with a blank', 'a b'],
  ])('that is %s is refused', async (_, key) => {
    const response = expectStatus(await keyed(head, key).patch('/organization', {}, 1), 400);
    expect(codeOf(response)).toBe('invalid_parameter');
  });
});

async function addEmployee(email: string): Promise<string> {
  const response = await head.post('/employees', {
    surname: 'Берёзин',
    givenName: 'Лев',
    email,
    roles: ['CLERK'],
  });
  return (expectStatus(response, 201).body as { employee: { id: string } }).employee.id;
}
