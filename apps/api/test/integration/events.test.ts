import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../src/core/database/index.js';
import { EventRelay, Reactions, type DomainEvent } from '../../src/core/events/index.js';
import { createTestApp, type TestApp } from '../support/index.js';

let test: TestApp;
let relay: EventRelay;
let reactions: Reactions;

beforeAll(async () => {
  test = await createTestApp();
  relay = test.app.get(EventRelay);
  reactions = test.app.get(Reactions);
});
afterAll(() => test?.close());

/** Writes an event the way `document_commit` does: a row per party, the same event id. */
async function writeEvent(
  client: pg.Client,
  organizationIds: readonly string[],
  { objectId = uuidv7(), type = 'test.happened', after = {} } = {},
): Promise<string> {
  const eventId = uuidv7();
  for (const organization of organizationIds) {
    await client.query(
      `INSERT INTO outbox (event_id, organization_id, type, object_type, object_id, after, at)
       VALUES ($1, $2, $3, 'document', $4, $5, $6)`,
      [eventId, organization, type, objectId, JSON.stringify(after), test.clock.now()],
    );
  }
  return eventId;
}

async function feed(organizationId: string): Promise<{ sequence: number; eventId: string }[]> {
  const { rows } = await test.database.owner.query<{ sequence: string; eventId: string }>(
    `SELECT sequence, event_id AS "eventId" FROM outbox
      WHERE organization_id = $1 AND sequence IS NOT NULL ORDER BY sequence`,
    [organizationId],
  );
  return rows.map(({ sequence, eventId }) => ({ sequence: Number(sequence), eventId }));
}

async function withClients<Result>(
  count: number,
  use: (clients: pg.Client[]) => Promise<Result>,
): Promise<Result> {
  const clients = Array.from(
    { length: count },
    () => new pg.Client({ connectionString: test.database.ownerUrl }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  try {
    return await use(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

describe('the relay', () => {
  it('loses no event of a transaction that took its id early and committed late', async () => {
    const organization = test.world.foreignEmployer.id;
    await withClients(2, async ([slow, fast]) => {
      if (!slow || !fast) throw new Error('two clients');
      await slow.query('BEGIN');
      const early = await writeEvent(slow, [organization]);
      const late = await writeEvent(fast, [organization]);
      await relay.pump();
      expect((await feed(organization)).map(({ eventId }) => eventId)).toEqual([late]);
      await slow.query('COMMIT');
      await relay.pump();
      expect(await feed(organization)).toEqual([
        { sequence: 1, eventId: late },
        { sequence: 2, eventId: early },
      ]);
    });
  });

  it('gives each organization a feed without gaps or doubles while many commit and two relays run', async () => {
    const { employer, university } = test.world;
    const written: string[] = [];
    let writing = true;
    const relays = [0, 1].map(async () => {
      while (writing) await relay.pump();
    });
    await withClients(4, (clients) =>
      Promise.all(
        clients.map(async (client, index) => {
          for (let turn = 0; turn < 40; turn += 1) {
            await client.query('BEGIN');
            const parties = turn % 3 === 0 ? [employer.id] : [employer.id, university.id];
            const eventId = await writeEvent(client, parties);
            if ((turn + index) % 10 === 9) await client.query('ROLLBACK');
            else {
              await client.query('COMMIT');
              written.push(eventId);
            }
          }
        }),
      ),
    );
    writing = false;
    await Promise.all(relays);
    await relay.pump();
    const rows = await feed(employer.id);
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map(({ eventId }) => eventId).sort()).toEqual([...written].sort());
    const partner = await feed(university.id);
    expect(partner.map(({ sequence }) => sequence)).toEqual(partner.map((_, index) => index + 1));
  });

  it('keeps the events of one document in the order of their commits', async () => {
    const organization = test.world.foreignUniversity.id;
    const { rows: made } = await test.database.owner.query<{ id: string }>(
      `INSERT INTO documents (id, kind, status, employer_id, education_organization_id, author_side, created_at,
         updated_at) VALUES ($1, 'PERIOD_CONTRACT', 'DRAFT', $2, $3, 'EDUCATION', $4, $4) RETURNING id`,
      [uuidv7(), test.world.foreignEmployer.id, organization, test.clock.now()],
    );
    const document = made[0]?.id ?? '';
    await withClients(5, (clients) =>
      Promise.all([
        ...clients.map(async (client) => {
          for (let turn = 0; turn < 8; turn += 1) {
            await client.query('BEGIN');
            const { rows } = await client.query<{ version: number }>(
              'UPDATE documents SET version = version + 1 WHERE id = $1 RETURNING version',
              [document],
            );
            await writeEvent(client, [organization], {
              objectId: document,
              after: { version: rows[0]?.version },
            });
            await client.query('COMMIT');
            await relay.pump();
          }
        }),
      ]),
    );
    await relay.pump();
    const { rows } = await test.database.owner.query<{ version: number }>(
      `SELECT (after ->> 'version')::int AS version FROM outbox
        WHERE organization_id = $1 AND object_id = $2 ORDER BY sequence`,
      [organization, document],
    );
    expect(rows.map(({ version }) => version)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
  });
});

describe('reactions', () => {
  /** Puts a counting reaction in the bell's place for one event. */
  function watchBell(react: (event: DomainEvent, tx: Transaction) => Promise<void> | void): () => void {
    const known = (reactions as unknown as { known: Map<string, unknown> }).known;
    const bell = known.get('bell');
    reactions.register('bell', async (event, tx) => react(event, tx));
    return () => known.set('bell', bell);
  }

  it('run once for an event whose job runs again and again, also at the same time', async () => {
    let runs = 0;
    const restore = watchBell(() => void (runs += 1));
    const eventId = await writeEvent(test.database.owner, [test.world.employer.id], {
      type: 'document.approve',
    });
    await Promise.all([1, 2, 3, 4, 5].map(() => reactions.run(eventId)));
    await reactions.run(eventId);
    restore();
    // a run that waited for the mark of another one does not repeat the effect
    expect(runs).toBe(1);
  });

  it('leave no mark when their effect fails, and are tried again', async () => {
    let runs = 0;
    const restore = watchBell(() => {
      runs += 1;
      if (runs === 1) throw new Error('the first try fails');
    });
    const eventId = await writeEvent(test.database.owner, [test.world.employer.id], {
      type: 'document.approve',
    });
    await expect(reactions.run(eventId)).rejects.toThrow('the first try fails');
    const [marks, handled] = await state(eventId);
    expect([marks, handled]).toEqual([0, false]);
    await reactions.run(eventId);
    restore();
    expect([runs, ...(await state(eventId))]).toEqual([2, 1, true]);
  });

  it('of a group are undone together when one fails, however late the others are, and then done one by one', async () => {
    const [bad = '', good = ''] = await Promise.all(
      [0, 1].map(() =>
        writeEvent(test.database.owner, [test.world.employer.id], { type: 'document.approve' }),
      ),
    );
    const ended: boolean[] = [];
    const restore = watchBell(async ({ eventId }, tx) => {
      if (eventId === bad) throw new Error('this one always fails');
      // by now a transaction that did not wait for it is over
      await new Promise((resolve) => setTimeout(resolve, 100));
      const [row] = await tx.query<{ role: string }>({
        name: 'test.role',
        text: 'SELECT current_user AS role',
      });
      ended.push(row?.role !== 'praktika_jobs');
    });
    await expect(reactions.runAll([bad, good])).rejects.toThrow('this one always fails');
    restore();
    expect(ended).toEqual([false, false]);
    expect(await state(bad)).toEqual([0, false]);
    expect(await state(good)).toEqual([1, true]);
  });

  it('of an event nobody handled in time are put into the queue again', async () => {
    const eventId = await writeEvent(test.database.owner, [test.world.employer.id]);
    await relay.pump();
    expect(await relay.sweep(60_000)).toBe(0);
    test.clock.set(new Date(test.clock.now().getTime() + 61_000));
    expect(await relay.sweep(60_000)).toBeGreaterThan(0);
    await reactions.run(eventId);
    expect((await state(eventId))[1]).toBe(true);
  });

  async function state(eventId: string): Promise<[marks: number, handled: boolean]> {
    const { rows } = await test.database.owner.query<{ marks: string; handled: boolean }>(
      `SELECT (SELECT count(*) FROM reactions_done WHERE event_id = $1) AS marks,
              bool_and(handled_at IS NOT NULL) AS handled FROM outbox WHERE event_id = $1`,
      [eventId],
    );
    return [Number(rows[0]?.marks), rows[0]?.handled ?? false];
  }
});
