import { setTimeout as sleep } from 'node:timers/promises';
import { EventRelay } from '../../src/core/events/index.js';
import { Jobs, defineJob } from '../../src/core/jobs/index.js';
import { Queues } from '../../src/core/jobs/queues.js';
import { Scheduler } from '../../src/core/jobs/scheduler.js';
import { createTestApp, Documents, type TestApp } from '../support/index.js';

const store = process.env['REDIS_URL'] === undefined ? 'PostgreSQL' : 'Redis';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ runJobs: true });
});
afterAll(() => test?.close());

async function until(what: string, holds: () => Promise<boolean> | boolean, limitMs = 10_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${limitMs} ms: ${what}`);
    await sleep(50);
  }
}

describe(`the queue on ${store}`, () => {
  it('runs a job with its ids and retries one that fails', async () => {
    const jobs = test.app.get(Jobs);
    const kind = defineJob<{ id: string }>({ name: 'test.retried', queue: 'events' });
    const seen: string[] = [];
    jobs.handle(kind, ({ id }) => {
      seen.push(id);
      return seen.length === 1 ? Promise.reject(new Error('first try')) : Promise.resolve();
    });
    await jobs.add(kind, [{ id: 'retried-1', payload: { id: 'a' } }]);
    await until('the job is retried', () => seen.length === 2);
    expect(seen).toEqual(['a', 'a']);
  });

  it('takes a job with a known id once', async () => {
    const jobs = test.app.get(Jobs);
    const kind = defineJob<{ id: string }>({ name: 'test.once', queue: 'events' });
    let runs = 0;
    jobs.handle(kind, () => {
      runs += 1;
      return Promise.resolve();
    });
    const job = { id: 'once-1', payload: { id: 'b' } };
    await jobs.add(kind, [job]);
    await jobs.add(kind, [job]);
    await until('the job runs', () => runs > 0);
    await jobs.add(kind, [job]);
    await sleep(500);
    expect(runs).toBe(1);
  });

  it('puts a job of an unknown name among the failed ones at once', async () => {
    const queue = test.app.get(Queues).get('events');
    const job = await queue.add('nobody.knows', {}, { attempts: 5 });
    await until('the job fails', async () => (await queue.getFailed()).some(({ id }) => id === job.id));
    const failed = await queue.getJob(job.id ?? '');
    expect(failed?.attemptsMade).toBe(1);
  });

  it('has a schedule for every kind of job that runs by itself, and gets them back when the queue lost them', async () => {
    const queue = test.app.get(Queues).get('schedule');
    const wanted = test.app
      .get(Jobs)
      .kinds()
      .filter(({ schedule }) => schedule !== undefined)
      .map(({ name }) => name)
      .sort();
    expect(wanted).toEqual(expect.arrayContaining(['core.purge', 'mail.sweep', 'reminders.scan']));
    const standing = async () => (await queue.getJobSchedulers()).map(({ key }) => key).sort();
    await until('schedules stand', async () => (await standing()).length === wanted.length);
    for (const name of wanted) await queue.removeJobScheduler(name);
    expect(await standing()).toEqual([]);
    await test.app.get(Scheduler).check();
    expect(await standing()).toEqual(wanted);
  });

  it('brings a command’s news to the other party’s bell within five seconds', async () => {
    const documents = new Documents(test);
    const started = Date.now();
    const card = await documents.inStatus('ON_APPROVAL');
    const recipient = await documents.recipient();
    await until(
      'the bell rings',
      async () => {
        const { body } = (await recipient.get('/notifications')) as {
          body: { items: { documentId: string }[] };
        };
        return body.items.some(({ documentId }) => documentId === card.id);
      },
      5_000,
    );
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('loses nothing when it is emptied: the sweep puts every unhandled event back', async () => {
    const queues = test.app.get(Queues);
    const queue = queues.get('events');
    await queue.pause();
    const documents = new Documents(test);
    const card = await documents.inStatus('ON_APPROVAL');
    const { rows: events } = await test.database.owner.query<{ id: string }>(
      'SELECT DISTINCT event_id AS id FROM outbox WHERE object_id = $1',
      [card.id],
    );
    const queued = async () => {
      const jobs = await queue.getJobs(['waiting', 'prioritized', 'delayed']);
      const waiting = new Set(jobs.flatMap(({ data }) => (data as { eventIds: string }).eventIds.split(',')));
      return events.filter(({ id }) => waiting.has(id)).length;
    };
    await until('the events wait in the queue', async () => (await queued()) === events.length);
    await queue.drain(true);
    expect(await queued()).toBe(0);
    await queue.resume();
    const handled = async () => {
      const { rows } = await test.database.owner.query<{ handled: boolean }>(
        'SELECT bool_and(handled_at IS NOT NULL) AS handled FROM outbox WHERE object_id = $1',
        [card.id],
      );
      return rows[0]?.handled === true;
    };
    await sleep(300);
    expect(await handled()).toBe(false);
    test.clock.set(new Date(test.clock.now().getTime() + 31_000));
    await test.app.get(EventRelay).sweep();
    await until('the event is handled', handled);
  });
});

describe('a queue that is away', () => {
  let away: TestApp;
  beforeAll(async () => {
    // nothing listens on port 1
    away = await createTestApp({ redisUrl: 'redis://127.0.0.1:1' });
  });
  afterAll(() => away?.close());

  it('fails no command; the relay is refused within a second, and the event waits for the sweep', async () => {
    const card = await new Documents(away).inStatus('ON_APPROVAL');
    expect(card.status).toBe('ON_APPROVAL');
    const started = Date.now();
    await expect(away.app.get(EventRelay).pump()).rejects.toThrow('Redis is not reachable');
    expect(Date.now() - started).toBeLessThan(1_000);
    const { rows } = await away.database.owner.query<{ handled: boolean; sequence: string | null }>(
      'SELECT handled_at IS NOT NULL AS handled, sequence FROM outbox WHERE object_id = $1',
      [card.id],
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(({ handled, sequence }) => !handled && sequence !== null)).toBe(true);
  });
});
