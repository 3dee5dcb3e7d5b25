import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { Passwords } from '../../src/core/auth/index.js';
import { Jobs, defineJob } from '../../src/core/jobs/index.js';
import { createTestApp, TEST_PASSWORD, expectStatus, type Caller, type TestApp } from '../support/index.js';

let test: TestApp;
let operator: Caller;

beforeAll(async () => {
  test = await createTestApp();
  operator = await createOperator();
  const kind = defineJob<{ id: string }>({ name: 'test.shown', queue: 'mail' });
  await test.app.get(Jobs).add(kind, [{ id: 'shown-1', payload: { id: 'x' } }]);
});
afterAll(() => test?.close());

/** Somebody of the platform's own organization who operates the system. */
async function createOperator(): Promise<Caller> {
  const { owner } = test.database;
  const [organization, person] = [uuidv7(), uuidv7()];
  const now = test.clock.now();
  await owner.query(
    `INSERT INTO organizations (id, side, legal_form, full_name, inn, search_text, created_at, updated_at)
     VALUES ($1, 'PLATFORM', 'LEGAL_ENTITY', 'Практика', '7700000000', '', $2, $2)`,
    [organization, now],
  );
  await owner.query(
    `INSERT INTO people (id, surname, given_name, email, password_hash, created_at, updated_at)
     VALUES ($1, 'Оператор', 'Анна', 'operator@platform.test', $2, $3, $3)`,
    [person, await new Passwords().hash(TEST_PASSWORD), now],
  );
  await owner.query(
    `INSERT INTO memberships (id, organization_id, person_id, roles, started_at)
     VALUES ($1, $2, $3, '{SYSTEM_OPERATOR}', $4)`,
    [uuidv7(), organization, person, now],
  );
  return test.as({ ...test.world.employer.people.head, email: 'operator@platform.test' });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Any path below /api, with the caller's credentials. */
const fetchPath = (caller: Caller, path: string) =>
  request(test.app.getHttpServer()).get(`/api${path}`).set(caller.headers);

/** The real server as a process of its own, and the operator's cookie on it. */
async function startServer(): Promise<{ url: string; cookie: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/api`;
  const child = spawn(process.execPath, [new URL('../../dist/main.js', import.meta.url).pathname], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATABASE_URL: test.database.appUrl,
      ...(test.config.redisUrl && { REDIS_URL: test.config.redisUrl }),
      DATA_DIR: test.config.dataDirectory,
      SESSION_SECRET: test.config.sessionSecret,
      CURSOR_SECRET: test.config.cursorSecret,
      RUN_JOBS: 'no',
      LOG_LEVEL: 'silent',
    },
  });
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  const ready = () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const deadline = Date.now() + 25_000; !(await ready()); await sleep(100)) {
    if (Date.now() > deadline) throw new Error('the server does not get ready');
  }
  const signedIn = await fetch(`${url}/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'operator@platform.test', password: TEST_PASSWORD }),
  });
  return { url, cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '', stop };
}

describe('the queue board', () => {
  it('shows every queue to the system’s operator, under a policy that allows its own scripts alone', async () => {
    const { url, cookie, stop } = await startServer();
    try {
      const open = (path: string) => fetch(`${url}/admin/queues${path}`, { headers: { cookie } });
      const page = await open('');
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';.*base-uri 'self'/);
      const html = await page.text();
      expect(html).toContain('/api/admin/queues/');
      const { queues } = (await (await open('/api/queues')).json()) as {
        queues: { name: string; counts: { waiting: number } }[];
      };
      expect(queues.map(({ name }) => name).sort()).toEqual([
        'events',
        'mail',
        'operations',
        'schedule',
        'texts',
      ]);
      expect(queues.find(({ name }) => name === 'mail')?.counts.waiting).toBe(1);
      const script = /static\/js\/[\w.-]+\.js/.exec(html)?.[0] ?? 'no script';
      expect((await open(`/${script}`)).status).toBe(200);
    } finally {
      await stop();
    }
  }, 60_000);

  it.each(['/admin/queues', '/admin/queues/api/queues', '/metrics'])(
    'keeps %s from everybody else',
    async (path) => {
      expectStatus(await fetchPath(test.anonymous, path), 401);
      expectStatus(await fetchPath(await test.as(test.world.employer.people.head), path), 403);
      expectStatus(await fetchPath(await test.as(test.world.university.people.administrator), path), 403);
    },
  );
});

it('metrics tell requests by route template, the outbox, the queues and the pool', async () => {
  expectStatus(await (await test.as(test.world.employer.people.head)).get(`/documents/${uuidv7()}`), 404);
  const { text } = expectStatus(await fetchPath(operator, '/metrics'), 200);
  expect(text).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/documents\/:id",status="404"\} 1/,
  );
  expect(text).toMatch(/^outbox_oldest_seconds \d/m);
  expect(text).toMatch(/queue_jobs\{queue="mail",state="waiting"\} 1/);
  expect(text).toMatch(/database_pool\{state="idle"\} \d/);
  expect(text).not.toContain(test.world.employer.people.head.email);
});
