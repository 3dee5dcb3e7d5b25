import type { Problem } from '@praktika/contracts';
import type { RegistryViewDto } from '../../src/modules/registry-views/registry-views.dto.js';
import { createTestApp, Documents, expectStatus, type Caller, type TestApp } from '../support/index.js';

let test: TestApp;
let head: Caller;
let manager: Caller;
let stranger: Caller;

beforeAll(async () => {
  test = await createTestApp();
  const { employer, foreignEmployer } = test.world;
  head = await test.as(employer.people.head);
  manager = await test.as(employer.people.manager);
  stranger = await test.as(foreignEmployer.people.head);
});
afterAll(() => test?.close());

const FILTERS = {
  direction: 'INCOMING',
  status: ['ON_SIGNING', 'ON_APPROVAL'],
  waitingForMe: true,
  q: 'Ромашка',
};

const views = async (caller: Caller) =>
  (expectStatus(await caller.get('/registry-views'), 200).body as { items: RegistryViewDto[] }).items;
const save = async (caller: Caller, name: string, more: object = {}) =>
  expectStatus(await caller.post('/registry-views', { name, filters: FILTERS, ...more }), 201)
    .body as RegistryViewDto;
const seen = async (caller: Caller, id: string) => (await views(caller)).find((view) => view.id === id);

describe('a saved view', () => {
  it('keeps the filters as the registry takes them, for its owner alone', async () => {
    const view = await save(head, '  Подписать на этой неделе ');
    expect(view).toMatchObject({
      name: 'Подписать на этой неделе',
      shared: false,
      mine: true,
      isDefault: false,
      filters: { ...FILTERS, sort: '-updatedAt' },
      version: 1,
    });
    expect(await seen(head, view.id)).toEqual(view);
    expect(await seen(manager, view.id)).toBeUndefined();
    for (const other of [manager, stranger]) {
      expectStatus(await other.patch(`/registry-views/${view.id}`, { name: 'Моё' }, 1), 404);
      expectStatus(await other.send('delete', `/registry-views/${view.id}`), 404);
      expectStatus(await other.send('put', `/registry-views/${view.id}/default`), 404);
    }
  });

  it('that is shared is read by the organization and changed by its owner alone', async () => {
    const view = await save(head, 'Общий', { shared: true });
    const { surname, givenName } = test.world.employer.people.head;
    expect(await seen(manager, view.id)).toMatchObject({ mine: false, shared: true });
    expect((await seen(manager, view.id))?.ownerName).toContain(`${surname} ${givenName}`);
    expect(await seen(stranger, view.id)).toBeUndefined();
    const refused = await manager.patch(`/registry-views/${view.id}`, { name: 'Чужой' }, view.version);
    expect(expectStatus(refused, 403).body).toMatchObject({ code: 'forbidden' });
    expectStatus(await manager.send('delete', `/registry-views/${view.id}`), 403);
    expectStatus(await stranger.patch(`/registry-views/${view.id}`, { name: 'Чужой' }, view.version), 404);
    expectStatus(await stranger.send('delete', `/registry-views/${view.id}`), 404);
    expectStatus(await stranger.send('put', `/registry-views/${view.id}/default`), 404);
  });

  it('is changed in the version that was seen', async () => {
    const view = await save(head, 'Черновики');
    const address = `/registry-views/${view.id}`;
    expectStatus(await head.patch(address, { name: 'Проекты' }), 428);
    const changes = { name: 'Проекты', shared: true, filters: { status: ['DRAFT'], sort: 'date' } };
    const changed = expectStatus(await head.patch(address, changes, view.version), 200);
    expect(changed.headers['etag']).toBe('"v2"');
    expect(changed.body).toMatchObject({ ...changes, version: 2 });
    expectStatus(await head.patch(address, { name: 'Позже' }, view.version), 412);
    const renamed = expectStatus(await head.patch(address, { name: 'Свои проекты' }, 2), 200);
    expect(renamed.body).toMatchObject({ shared: true, filters: changes.filters, version: 3 });
  });

  it('has a name of its own among those of its owner, whatever the case', async () => {
    const view = await save(head, 'Мои договоры');
    const taken = await head.post('/registry-views', { name: 'мои ДОГОВОРЫ', filters: {} });
    expect((expectStatus(taken, 409).body as Problem).errors).toEqual([
      { pointer: '/name', code: 'duplicate', detail: 'Вид с таким названием у вас уже есть.' },
    ]);
    await save(manager, 'Мои договоры');
    const other = await save(head, 'Другие');
    expectStatus(await head.patch(`/registry-views/${other.id}`, { name: view.name }, other.version), 409);
  });

  it('takes nothing the registry would not take', async () => {
    const bodies: [object, string][] = [
      [{ name: ' ', filters: {} }, '/name'],
      [{ name: 'я'.repeat(101), filters: {} }, '/name'],
      [{ name: 'Вид' }, '/filters'],
      [{ name: 'Вид', filters: [] }, '/filters'],
      [{ name: 'Вид', filters: { status: ['NOPE'] } }, '/filters/status'],
      [{ name: 'Вид', filters: { dateFrom: '2026-02-30' } }, '/filters/dateFrom'],
      [{ name: 'Вид', filters: { sort: 'size' } }, '/filters/sort'],
      [{ name: 'Вид', filters: { waitingForMe: 'maybe' } }, '/filters/waitingForMe'],
      [{ name: 'Вид', filters: { q: 'я'.repeat(201) } }, '/filters/q'],
      [{ name: 'Вид', filters: { partnerId: ['x'] } }, '/filters/partnerId'],
      [{ name: 'Вид', filters: { limit: 10 } }, '/filters/limit'],
      [{ name: 'Вид', filters: { cursor: 'abc' } }, '/filters/cursor'],
      [{ name: 'Вид', shared: 'yes', filters: {} }, '/shared'],
    ];
    for (const [body, pointer] of bodies) {
      const problem = expectStatus(await head.post('/registry-views', body), 422).body as Problem;
      expect([body, problem.errors?.map((error) => error.pointer)]).toEqual([
        body,
        expect.arrayContaining([pointer]),
      ]);
    }
  });

  it('names only partners and documents that its organization knows', async () => {
    const { university, foreignUniversity } = test.world;
    const { id } = await new Documents(test).inStatus('ON_APPROVAL');
    const known = { partnerId: [university.id, university.id], parentId: id };
    const view = await save(head, 'По договору', { filters: known });
    expect(view.filters).toEqual({ sort: '-updatedAt', partnerId: [university.id], parentId: id });
    const unknown = { partnerId: [university.id, foreignUniversity.id], parentId: university.id };
    const refused = await head.post('/registry-views', { name: 'По чужому', filters: unknown });
    expect((expectStatus(refused, 422).body as Problem).errors?.map(({ pointer }) => pointer)).toEqual([
      '/filters/partnerId/1',
      '/filters/parentId',
    ]);
  });

  it('is one of fifty at most', async () => {
    const clerk = await test.as(test.world.employer.people.clerk);
    for (let made = 0; made < 50; made += 1) await save(clerk, `Вид ${made}`);
    const refused = await clerk.post('/registry-views', { name: 'Ещё один', filters: {} });
    expect((expectStatus(refused, 422).body as Problem).errors).toMatchObject([{ code: 'too_many' }]);
    const [first] = await views(clerk);
    expectStatus(await clerk.send('delete', `/registry-views/${first!.id}`), 204);
    await save(clerk, 'Ещё один');
  });

  it('is made once under one key', async () => {
    const keyed = head.with({ 'idempotency-key': crypto.randomUUID() });
    const [first, again] = [await save(keyed, 'Один раз'), await save(keyed, 'Один раз')];
    expect(again.id).toBe(first.id);
  });

  it('is nothing for tokens', async () => {
    const { token } = expectStatus(
      await head.post('/api-tokens', { name: 'Виды', scopes: ['documents:read'], expiresInDays: 1 }),
      201,
    ).body as { token: string };
    expectStatus(await test.anonymous.with({ authorization: `Bearer ${token}` }).get('/registry-views'), 403);
  });
});

describe('the default view', () => {
  const defaults = async (caller: Caller) =>
    (await views(caller)).filter(({ isDefault }) => isDefault).map(({ name }) => name);

  it('is one per person, their own or a colleague’s', async () => {
    const own = await save(manager, 'Свой по умолчанию');
    const shared = await save(head, 'Общий по умолчанию', { shared: true });
    expectStatus(await manager.send('put', `/registry-views/${own.id}/default`), 204);
    expect(await defaults(manager)).toEqual(['Свой по умолчанию']);
    expectStatus(await manager.send('put', `/registry-views/${shared.id}/default`), 204);
    expect(await defaults(manager)).toEqual(['Общий по умолчанию']);
    expect(await defaults(head)).toEqual([]);
    // what is no longer the default is not cleared by mistake
    expectStatus(await manager.send('delete', `/registry-views/${own.id}/default`), 204);
    expect(await defaults(manager)).toEqual(['Общий по умолчанию']);
    expectStatus(await manager.send('delete', `/registry-views/${shared.id}/default`), 204);
    expect(await defaults(manager)).toEqual([]);
  });

  it('goes with its view, and is not shown while its owner keeps it to themselves', async () => {
    const shared = await save(head, 'Скоро исчезнет', { shared: true });
    expectStatus(await manager.send('put', `/registry-views/${shared.id}/default`), 204);
    expectStatus(await head.patch(`/registry-views/${shared.id}`, { shared: false }, 1), 200);
    expect(await defaults(manager)).toEqual([]);
    expectStatus(await head.patch(`/registry-views/${shared.id}`, { shared: true }, 2), 200);
    expect(await defaults(manager)).toEqual(['Скоро исчезнет']);
    expectStatus(await head.send('delete', `/registry-views/${shared.id}`), 204);
    expect(await defaults(manager)).toEqual([]);
    expectStatus(await manager.send('put', `/registry-views/${shared.id}/default`), 404);
  });
});
