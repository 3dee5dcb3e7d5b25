import { randomUUID } from 'node:crypto';
import type { Problem } from '@praktika/contracts';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { OperationRunner, OperationWork, type RunningOperation } from '../../src/modules/operations/index.js';
import type { OperationDto } from '../../src/modules/operations/operations.dto.js';
import {
  createTestApp,
  Documents,
  expectStatus,
  Operations,
  type Caller,
  type TestApp,
} from '../support/index.js';

const APPROVE = '/documents/batch/approve';

let test: TestApp;
let documents: Documents;
let operations: Operations;
let office: Caller;
let hr: Caller;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  operations = new Operations(test);
  office = await documents.author();
  hr = await documents.recipient();
});
afterAll(() => test?.close());

const statusOf = async (caller: Caller, { id }: DocumentCardDto): Promise<string> =>
  (expectStatus(await caller.get(`/documents/${id}`), 200).body as DocumentCardDto).status;

/** What a batch that approves so many documents is asked with. */
async function approval(count: number): Promise<{ many: DocumentCardDto[]; body: object }> {
  const many = await documents.many('ON_APPROVAL', count);
  return { many, body: { items: many.map(({ id, version }) => ({ id, version })) } };
}

describe('an operation', () => {
  it('run twice at once is done once', async () => {
    const { many, body } = await approval(30);
    const { id } = await operations.begin(hr, APPROVE, body);
    await Promise.all([operations.run(id), operations.run(id), operations.run(id)]);
    await operations.run(id);
    expect(await operations.get(hr, id)).toMatchObject({ status: 'DONE', done: 30, failed: 0 });
    const { rows } = await test.database.owner.query(
      `SELECT count(*)::int AS n FROM history_entries WHERE object_id = ANY ($1) AND to_status = 'PROJECT_APPROVED'`,
      [many.map((document) => document.id)],
    );
    expect(rows).toEqual([{ n: 30 }]);
  });

  it('whose worker was lost is taken up where it stopped, once its lease has run out', async () => {
    const { many, body } = await approval(3);
    const { id } = await operations.begin(hr, APPROVE, body);
    // a worker took it and died after the first document
    await test.database.owner.query(
      `UPDATE operations SET status = 'RUNNING', leased_until = $2::timestamptz + interval '10 seconds', done = 1
        WHERE id = $1`,
      [id, test.clock.now()],
    );
    await test.database.owner.query(
      `UPDATE operation_items SET status = 'DONE' WHERE operation_id = $1 AND position = 0`,
      [id],
    );
    expect(await test.app.get(OperationRunner).sweep()).toBe(0);
    await operations.run(id);
    expect(await operations.get(hr, id)).toMatchObject({ status: 'RUNNING', done: 1 });
    test.clock.set(new Date(test.clock.now().getTime() + 11_000));
    await operations.run(id);
    expect(await operations.get(hr, id)).toMatchObject({ status: 'DONE', done: 3 });
    expect(await statusOf(hr, many[0]!)).toBe('ON_APPROVAL');
    expect(await statusOf(hr, many[2]!)).toBe('PROJECT_APPROVED');
  });

  it('can be stopped: what is done stays, the rest is not begun, and stopping twice is the same', async () => {
    const { many, body } = await approval(2);
    const { id } = await operations.begin(hr, APPROVE, body);
    const cancelled = expectStatus(await hr.post(`/operations/${id}/actions/cancel`), 200)
      .body as OperationDto;
    expect(cancelled).toMatchObject({ status: 'CANCELLED', done: 0 });
    await operations.run(id);
    expect((await operations.items(hr, id)).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await statusOf(hr, many[0]!)).toBe('ON_APPROVAL');
    expectStatus(await hr.post(`/operations/${id}/actions/cancel`), 200);
    const ended = await operations.whole(hr, APPROVE, body);
    const late = expectStatus(await hr.post(`/operations/${ended.id}/actions/cancel`), 409);
    expect((late.body as Problem).code).toBe('invalid_state');
  });

  it('stopped while a part of it is being written leaves nothing of that part', async () => {
    const { many, body } = await approval(1);
    const { id } = await operations.begin(hr, APPROVE, body);
    const { owner } = test.database;
    await owner.query('BEGIN');
    await owner.query('SELECT FROM documents WHERE id = $1 FOR UPDATE', [many[0]!.id]);
    const running = operations.run(id);
    for (let waits = 0; waits === 0;) {
      const { rows } = await owner.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))',
      );
      waits = rows[0]!.n;
    }
    expectStatus(await hr.post(`/operations/${id}/actions/cancel`), 200);
    await owner.query('ROLLBACK');
    await running;
    expect(await operations.get(hr, id)).toMatchObject({ status: 'CANCELLED', done: 0, failed: 0 });
    expect((await operations.items(hr, id)).map(({ status }) => status)).toEqual(['CANCELLED']);
    expect(await statusOf(hr, many[0]!)).toBe('ON_APPROVAL');
  });

  it('of somebody who has left the organization meanwhile does nothing', async () => {
    const { many, body } = await approval(1);
    const { id } = await operations.begin(hr, APPROVE, body);
    const { manager } = test.world.employer.people;
    const set = (ended: string | null) =>
      test.database.owner.query('UPDATE memberships SET ended_at = $2 WHERE person_id = $1', [
        manager.id,
        ended,
      ]);
    await set('2026-09-01T00:00:00Z');
    await operations.run(id).finally(() => set(null));
    expect(await operations.get(hr, id)).toMatchObject({
      status: 'FAILED',
      problem: { code: 'forbidden' },
      done: 0,
      failed: 1,
    });
    // what was left undone says why, and can be tried again
    expect((await operations.items(hr, id, 'FAILED'))[0]?.problem?.code).toBe('forbidden');
    expect(await statusOf(hr, many[0]!)).toBe('ON_APPROVAL');
  });

  it('is its own person’s alone', async () => {
    const { id } = await operations.begin(hr, APPROVE, (await approval(1)).body);
    const colleague = await test.as(test.world.employer.people.head);
    for (const other of [colleague, office]) {
      expectStatus(await other.get(`/operations/${id}`), 404);
      expectStatus(await other.get(`/operations/${id}/items`), 404);
      expectStatus(await other.post(`/operations/${id}/actions/cancel`), 404);
      const list = expectStatus(await other.get('/operations'), 200).body as { items: OperationDto[] };
      expect(list.items.map((one) => one.id)).not.toContain(id);
    }
    const own = expectStatus(await hr.get('/operations'), 200).body as { items: OperationDto[] };
    expect(own.items[0]?.id).toBe(id);
  });

  it('that somebody else has taken up is written by nobody else', async () => {
    const { body } = await approval(1);
    const { id } = await operations.begin(hr, APPROVE, body);
    const { rows } = await test.database.owner.query<{ turn: number }>(
      `UPDATE operations SET status = 'RUNNING', turn = turn + 1 WHERE id = $1 RETURNING turn`,
      [id],
    );
    const { organizationId, id: personId } = test.world.employer.people.manager;
    const actor = { organizationId, personId } as RunningOperation['actor'];
    const late: RunningOperation = {
      id,
      turn: rows[0]!.turn - 1,
      kind: 'BATCH',
      action: 'approve',
      input: {},
      actor,
    };
    const work = test.app.get(OperationWork);
    expect(await work.commit(late, [{ position: 0, status: 'DONE' }], [])).toBe(false);
    expect(await work.progress(late, 1, 1)).toBe(false);
    expect(await work.finish(actor, late, 'DONE')).toBe(false);
    expect(await operations.get(hr, id)).toMatchObject({ status: 'RUNNING', done: 0 });
  });

  it('is stopped by its own token alone, and a refused stop can be repeated under its key', async () => {
    const head = await test.as(test.world.employer.people.head);
    const { id } = await operations.begin(head, APPROVE, (await approval(1)).body);
    const scopes = ['documents:read', 'documents:write'];
    const issued = await head.post('/api-tokens', { name: 'Кадровая система', scopes });
    const { token } = expectStatus(issued, 201).body as { token: string };
    const program = test.anonymous.with({ authorization: `Bearer ${token}` });
    expectStatus(await program.get(`/operations/${id}`), 404);
    expectStatus(await program.post(`/operations/${id}/actions/cancel`), 404);
    const own = await operations.begin(program, APPROVE, (await approval(1)).body);
    expectStatus(await program.post(`/operations/${own.id}/actions/cancel`), 200);
    const list = expectStatus(await program.get('/operations'), 200).body as { items: OperationDto[] };
    expect(list.items.map((one) => one.id)).toEqual([own.id]);
    await operations.run(id);
    const key = { 'idempotency-key': randomUUID() };
    for (const _ of [1, 2]) {
      const late = await head.post(`/operations/${id}/actions/cancel`).set(key);
      expect((expectStatus(late, 409).body as Problem).code).toBe('invalid_state');
    }
  });

  it('waits when too many of the same person are unfinished', async () => {
    const lawyer = await test.as(test.world.employer.people.lawyer);
    const ask = () => lawyer.post('/documents/exports', { format: 'CSV', filter: {} });
    const ids: string[] = [];
    for (let count = 0; count < 20; count++)
      ids.push((expectStatus(await ask(), 202).body as OperationDto).id);
    const refused = expectStatus(await ask(), 429);
    expect((refused.body as Problem).code).toBe('rate_limited');
    expect(refused.headers['retry-after']).toBe('10');
    expectStatus(await lawyer.post(`/operations/${ids[0]}/actions/cancel`), 200);
    expectStatus(await ask(), 202);
  });

  it('begins once for one key', async () => {
    const { body } = await approval(1);
    const key = { 'idempotency-key': randomUUID() };
    const first = expectStatus(await hr.post(APPROVE, body).set(key), 202);
    const again = expectStatus(await hr.post(APPROVE, body).set(key), 202);
    expect((again.body as OperationDto).id).toBe((first.body as OperationDto).id);
  });
});
