import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { LiveStreams } from '../../src/modules/notifications/live/live-streams.js';
import { createTestApp, Documents, type Caller, type TestApp } from '../support/index.js';

let test: TestApp;
let port: number;

beforeAll(async () => {
  test = await createTestApp({ runJobs: true });
  await test.app.listen(0, '127.0.0.1');
  port = (test.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => test?.close());

/** An open stream and everything it has said. */
class Listening {
  text = '';
  ended = false;

  constructor(readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => (this.text += chunk));
    response.on('close', () => (this.ended = true));
  }

  events(name: string): Record<string, unknown>[] {
    return [...this.text.matchAll(new RegExp(`^event: ${name}\\ndata: (.*)$`, 'gm'))].map(
      ([, data]) => JSON.parse(data ?? '') as Record<string, unknown>,
    );
  }

  close(): void {
    this.response.destroy();
  }
}

async function listen(caller: Caller): Promise<Listening> {
  const request = get({ port, path: '/api/v1/live', headers: { ...caller.headers } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return new Listening(response);
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 15_000; !holds(); await sleep(50)) {
    if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
  }
}

describe('the live stream', () => {
  it('tells counters at once, then changed documents and new counters, with ids and numbers only', async () => {
    const documents = new Documents(test);
    const [employer, foreign] = [
      await listen(await test.as(test.world.employer.people.head)),
      await listen(await test.as(test.world.foreignEmployer.people.head)),
    ];
    expect(employer.response.headers['content-type']).toContain('text/event-stream');
    expect(employer.response.headers['cache-control']).toContain('no-store');
    await until('counters', () => employer.events('counters').length > 0);
    expect(employer.events('counters')[0]).toEqual({
      unreadNotifications: 0,
      waitingApplications: 0,
      waitingForMe: 0,
    });

    const card = await documents.inStatus('ON_SIGNING');
    await until('the document', () => employer.events('document').some(({ id }) => id === card.id));
    await until('new counters', () => employer.events('counters').at(-1)?.['unreadNotifications'] === 1);
    expect(employer.events('counters').at(-1)).toEqual({
      unreadNotifications: 1,
      waitingApplications: 0,
      waitingForMe: 1,
    });
    expect(employer.events('document').at(-1)).toEqual({ id: card.id, version: card.version });
    expect(employer.text).not.toContain(card.number ?? 'a number');

    await sleep(300);
    expect(foreign.events('document')).toEqual([]);
    expect(foreign.events('counters')).toHaveLength(1);
    employer.close();
    foreign.close();
  });

  it('tells a person’s other pages what they have read, and nobody else', async () => {
    const head = await test.as(test.world.employer.people.head);
    const [mine, colleague] = [
      await listen(head),
      await listen(await test.as(test.world.employer.people.clerk)),
    ];
    await until('counters', () => mine.events('counters').length + colleague.events('counters').length === 2);
    await head.post('/notifications/actions/read-all');
    await until('read', () => mine.events('counters').at(-1)?.['unreadNotifications'] === 0);
    expect(colleague.events('counters')).toHaveLength(1);
    mine.close();
    colleague.close();
  });

  it('goes on after its connection to the database was lost', async () => {
    const stream = await listen(await test.as(test.world.employer.people.lawyer));
    await until('counters', () => stream.events('counters').length > 0);
    const client = new pg.Client({ connectionString: test.database.appUrl });
    await client.connect();
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'praktika-signals'`,
    );
    await client.end();
    expect(rowCount).toBe(1);
    const card = await new Documents(test).inStatus('ON_APPROVAL');
    await until('news after the loss', () => stream.events('counters').at(-1)?.['waitingForMe'] === 2);
    expect(card.id).toBeTruthy();
    stream.close();
  });

  it('beats, and ends with the session', async () => {
    const person = test.world.employer.people.signatory;
    const stream = await listen(await test.as(person));
    await until('counters', () => stream.events('counters').length > 0);
    const streams = test.app.get(LiveStreams);
    await streams.beat();
    await until('the beat', () => stream.text.includes(': still here'));
    expect(stream.ended).toBe(false);
    await test.database.owner.query('UPDATE sessions SET ended_at = $2 WHERE person_id = $1', [
      person.id,
      test.clock.now(),
    ]);
    await streams.beat();
    await until('the end', () => stream.ended);
  });

  it('is refused without a session', async () => {
    const request = get({ port, path: '/api/v1/live' });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(401);
    response.destroy();
  });
});
