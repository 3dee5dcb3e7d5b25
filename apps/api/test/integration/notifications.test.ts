import type { NotificationKind } from '@praktika/contracts';
import { v7 as uuidv7 } from 'uuid';
import { EventRelay, Reactions } from '../../src/core/events/index.js';
import type { NotificationsPageDto, UnreadDto } from '../../src/modules/notifications/notifications.dto.js';
import {
  createTestApp,
  Documents,
  expectStatus,
  TEST_NOW,
  type Caller,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let documents: Documents;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
});
afterAll(() => test?.close());
beforeEach(async () => {
  test.clock.set(TEST_NOW);
  await settle();
  await test.database.owner.query(
    'DELETE FROM notification_reads; DELETE FROM notification_read_marks; DELETE FROM notifications',
  );
});

/** Lets every reaction to what was committed happen, as the worker would, in the order of the events or against it. */
async function settle(order: 'ASC' | 'DESC' = 'ASC'): Promise<void> {
  await test.app.get(EventRelay).pump();
  const { rows } = await test.database.owner.query<{ id: string }>(
    `SELECT event_id AS id FROM outbox WHERE handled_at IS NULL GROUP BY event_id ORDER BY min(id) ${order}`,
  );
  for (const { id } of rows) await test.app.get(Reactions).run(id);
}

const minuteLater = (): void => test.clock.set(new Date(test.clock.now().getTime() + 60_000));

const page = async (caller: Caller, query = ''): Promise<NotificationsPageDto> =>
  expectStatus(await caller.get(`/notifications${query}`), 200).body as NotificationsPageDto;

const kindsOf = async (caller: Caller): Promise<NotificationKind[]> =>
  (await page(caller)).items.map(({ kind }) => kind);

/** Puts notifications into the employer's bell, a minute apart, the newest last. */
async function fill(count: number): Promise<void> {
  await test.database.owner.query(
    `INSERT INTO notifications (organization_id, kind, object_title, occurred_at, created_at)
     SELECT $1, 'APPROVAL_REQUESTED', 'Документ ' || n, at, at
       FROM generate_series(1, $3) n, LATERAL (SELECT $2::timestamptz + n * interval '1 minute' AS at) instant`,
    [test.world.employer.id, '2026-09-01T00:00:00Z', count],
  );
}

describe('the bell', () => {
  it('E5.4.1a: tells the employer when the university sends a contract for signing, with a link to it', async () => {
    const card = await documents.inStatus('ON_SIGNING');
    await settle();
    const { items, unread } = await page(await documents.recipient());
    expect(unread).toEqual({ value: 1, relation: 'eq' });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'SIGNING_REQUESTED',
      title: 'Необходимо подписать документ',
      documentId: card.id,
      link: `/documents/${card.id}`,
      readAt: null,
    });
    expect(items[0]?.text).toBe(card.title);
    expect(await kindsOf(await documents.author())).toEqual([]);
  });

  it('E5.4.n3: tells the employer when the university withdraws the contract', async () => {
    const card = await documents.inStatus('ON_SIGNING');
    minuteLater();
    await documents.walk(card, [['author', 'withdraw']]);
    await settle();
    expect(await kindsOf(await documents.recipient())).toEqual(['WITHDRAWN', 'SIGNING_REQUESTED']);
  });

  it('keeps the order of what happened when the queue delivers it the other way round', async () => {
    const card = await documents.inStatus('ON_SIGNING');
    minuteLater();
    await documents.walk(card, [['author', 'withdraw']]);
    await settle('DESC');
    expect(await kindsOf(await documents.recipient())).toEqual(['WITHDRAWN', 'SIGNING_REQUESTED']);
  });

  it.each([
    ['approve', {}, 'DRAFT_APPROVED'],
    ['request-revision', { reason: 'Уточните сроки' }, 'REVISION_REQUESTED'],
    ['reject', { reason: 'Нет мест' }, 'DRAFT_REJECTED'],
  ] as const)('tells the author of %s, and the reason where there is one', async (action, body, kind) => {
    const card = await documents.inStatus('ON_APPROVAL');
    await documents.walk(card, [['recipient', action, body]]);
    await settle();
    const { items } = await page(await documents.author());
    expect(items.map((item) => item.kind)).toEqual([kind]);
    const reason = 'reason' in body ? `. Причина: ${body.reason}` : '';
    expect(items[0]?.text).toBe(`${card.title}${reason}`);
  });

  it('tells both parties when the contract is concluded, but not the person who did it', async () => {
    await documents.inStatus('CONCLUDED');
    await settle();
    expect(await kindsOf(await documents.author())).toEqual(['CONCLUDED']);
    const colleague = await test.as(test.world.employer.people.head);
    expect(await kindsOf(colleague)).toContain('CONCLUDED');
    expect(await kindsOf(await documents.recipient())).not.toContain('CONCLUDED');
  });

  it('tells nobody of the author’s own edits of a draft', async () => {
    await documents.inStatus('DRAFT');
    await settle();
    expect(await kindsOf(await documents.recipient())).toEqual([]);
    expect(await kindsOf(await test.as(test.world.university.people.head))).toEqual([]);
  });

  it('has no link to a document that was deleted meanwhile', async () => {
    const card = await documents.inStatus('PROJECT_REJECTED');
    await settle();
    expectStatus(await (await documents.author()).act(card.id, 'delete', card.version), 204);
    expect((await page(await documents.author())).items[0]).toMatchObject({
      documentId: card.id,
      link: null,
    });
  });

  it('is empty for organizations the document does not concern', async () => {
    await documents.inStatus('ON_SIGNING');
    await settle();
    for (const { people } of [test.world.foreignEmployer, test.world.foreignUniversity]) {
      expect(await page(await test.as(people.head))).toMatchObject({ items: [], unread: { value: 0 } });
    }
  });
});

describe('the list', () => {
  it('E5.4.1b: is paged newest first without doubles or gaps, also for equal instants', async () => {
    await fill(30);
    await test.database.owner.query(
      `INSERT INTO notifications (organization_id, kind, object_title, occurred_at, created_at)
       SELECT $1, 'APPROVAL_REQUESTED', 'Разом ' || n, at, at
         FROM generate_series(1, 7) n, (VALUES ('2026-08-01T00:00:00.123456Z'::timestamptz)) instant (at)`,
      [test.world.employer.id],
    );
    const caller = await documents.recipient();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const part: NotificationsPageDto = await page(caller, `?limit=4${cursor && `&cursor=${cursor}`}`);
      seen.push(...part.items.map(({ id }) => id));
      cursor = part.nextCursor;
    }
    expect(seen).toHaveLength(37);
    expect(new Set(seen).size).toBe(37);
  });

  it('refuses another organization’s cursor, another filter’s, and an unknown parameter', async () => {
    await fill(5);
    const { nextCursor } = await page(await documents.recipient(), '?limit=2');
    const foreign = await test.as(test.world.foreignEmployer.people.manager);
    for (const [caller, query] of [
      [foreign, `?limit=2&cursor=${nextCursor}`],
      [await documents.recipient(), `?limit=2&unread=true&cursor=${nextCursor}`],
    ] as const) {
      const response = expectStatus(await caller.get(`/notifications${query}`), 400);
      expect((response.body as { code: string }).code).toBe('invalid_cursor');
    }
    expectStatus(await foreign.get('/notifications?sort=up'), 400);
  });

  it('counts unread ones up to a hundred', async () => {
    await fill(100);
    expect((await page(await documents.recipient())).unread).toEqual({ value: 100, relation: 'eq' });
    await fill(1);
    expect((await page(await documents.recipient())).unread).toEqual({ value: 100, relation: 'gte' });
  });
});

describe('read marks', () => {
  it('E5.4.1b: are each person’s own, one by one and all at once', async () => {
    await fill(3);
    const [manager, head] = [await documents.recipient(), await test.as(test.world.employer.people.head)];
    const [newest] = (await page(manager)).items;
    const read = expectStatus(await manager.post(`/notifications/${newest?.id}/actions/read`), 200);
    expect((read.body as UnreadDto).unread).toEqual({ value: 2, relation: 'eq' });
    expect((await page(manager, '?unread=true')).items).toHaveLength(2);
    expect((await page(head, '?unread=true')).items).toHaveLength(3);

    const all = expectStatus(await manager.post('/notifications/actions/read-all'), 200);
    expect((all.body as UnreadDto).unread.value).toBe(0);
    expect((await page(manager, '?unread=true')).items).toEqual([]);
    expect((await page(manager)).items.every(({ readAt }) => readAt !== null)).toBe(true);
    expect((await page(head)).unread.value).toBe(3);
  });

  it('reading twice changes nothing', async () => {
    await fill(2);
    const caller = await documents.recipient();
    const [newest] = (await page(caller)).items;
    for (let time = 0; time < 2; time += 1) {
      const response = expectStatus(await caller.post(`/notifications/${newest?.id}/actions/read`), 200);
      expect((response.body as UnreadDto).unread.value).toBe(1);
    }
  });

  it('of a foreign notification are refused like those of an unknown one', async () => {
    await fill(1);
    const [mine] = (await page(await documents.recipient())).items;
    const foreign = await test.as(test.world.foreignEmployer.people.head);
    const bodies = [];
    for (const id of [mine?.id ?? '', uuidv7(), 'not-an-id']) {
      const { code, title, status } = expectStatus(
        await foreign.post(`/notifications/${id}/actions/read`),
        404,
      ).body as Record<string, unknown>;
      bodies.push({ code, title, status });
    }
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    const { rows } = await test.database.owner.query('SELECT FROM notification_reads');
    expect(rows).toHaveLength(0);
  });
});
