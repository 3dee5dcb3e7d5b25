import { connect } from 'node:net';
import { ERROR_STATUS, type ErrorCode } from '@praktika/contracts';
import request, { type Response } from 'supertest';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { createTestApp, Documents, expectStatus, type Caller, type TestApp } from '../support/index.js';
import {
  commandBodies,
  COMMANDS,
  DISCOVERY_VALUES,
  DRAFT_VALUES,
  LISTING_VALUES,
  LOST,
  MALFORMED,
  MASS_ASSIGNMENT,
  PARTNER,
  POLLUTION,
  QUERIES,
  SEARCHES,
  type BadRequest,
  type Command,
} from './errors/corpus.js';

/** A payload with pg_sleep(5) that was run shows here. */
const SLEPT_MS = 5_000;

let test: TestApp;
let documents: Documents;
let university: Caller;
let employer: Caller;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  university = await test.as(test.world.university.people.head);
  employer = await test.as(test.world.employer.people.head);
  await documents.inStatus('ON_APPROVAL');
  await test.app.listen(0, '127.0.0.1');
});
afterAll(() => test?.close());

async function ask({ method, path, headers, body }: BadRequest, caller = university): Promise<Response> {
  const verb = method.toLowerCase() as 'get' | 'post' | 'patch' | 'put' | 'delete';
  const call = request(test.app.getHttpServer())
    [verb](`/api/v1${path}`)
    .set({
      ...caller.headers,
      ...(typeof body === 'object' && { 'content-type': 'application/json' }),
      ...headers,
    });
  if (body === undefined) return call;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return call.send(text.replaceAll(PARTNER, test.world.employer.id));
}

/** What breaks the contract in an answer: nothing, for a good one and for a well-made refusal. */
function faults({ status, headers, text }: Response): string[] {
  if (status < 400) return [];
  if (status >= 500) return [`${status}: ${text.slice(0, 300)}`];
  if (!String(headers['content-type']).startsWith('application/problem+json')) {
    return [`${status} as ${String(headers['content-type'])}: ${text.slice(0, 200)}`];
  }
  const problem = JSON.parse(text) as Record<string, unknown>;
  const registered = ERROR_STATUS[problem['code'] as ErrorCode];
  const found: string[] = [];
  if (registered !== status) found.push(`code ${String(problem['code'])} is not of status ${status}`);
  if (problem['status'] !== status) found.push('the body tells another status');
  if (problem['type'] !== `urn:praktika:problem:${String(problem['code'])}`) found.push('type is another');
  for (const member of ['title', 'instance', 'traceId']) {
    if (typeof problem[member] !== 'string' || problem[member] === '') found.push(`no ${member}`);
  }
  if (/\bat \S+ \(|node_modules|\.ts:\d|SELECT |INSERT |pg_|syntax error|violates/i.test(text)) {
    found.push(`words of the inside: ${text.slice(0, 300)}`);
  }
  return found;
}

const shorten = ({ method, path, body }: BadRequest) =>
  `${method} ${path.slice(0, 200)} ${typeof body === 'string' ? body.slice(0, 120) : ''}`;

/** Sends a corpus one by one and lists every request whose answer is not as it must be. */
async function offenders(corpus: readonly BadRequest[], caller?: Caller): Promise<string[]> {
  const found: string[] = [];
  for (const entry of corpus) {
    const began = performance.now();
    const response = await ask(entry, caller);
    const wrong = faults(response);
    const code = (response.body as { code?: string } | null)?.code;
    const [status, wanted] = entry.expected ?? [];
    if (status !== undefined && (response.status !== status || code !== wanted)) {
      wrong.push(`expected ${status} ${wanted}, got ${response.status} ${code}`);
    }
    if (entry.path.includes('pg_sleep') && performance.now() - began > SLEPT_MS)
      wrong.push('the payload was run');
    if (wrong.length > 0) found.push(`${shorten(entry)} → ${wrong.join('; ')}`);
  }
  return found;
}

describe('every refusal is a problem of the closed list, and never a 5xx', () => {
  it('for bodies that are no JSON or not of the type they say', async () => {
    expect(await offenders(MALFORMED)).toEqual([]);
  });

  it('for addresses and methods that do not exist', async () => {
    expect(await offenders(LOST)).toEqual([]);
  });

  it('for unknown, repeated, polluting and injected query parameters', async () => {
    expect(await offenders(QUERIES)).toEqual([]);
  }, 60_000);

  it('for payloads typed into a search', async () => {
    expect(await offenders(SEARCHES)).toEqual([]);
  });

  it('for wrong values at every member of a draft', async () => {
    expect(await offenders(DRAFT_VALUES)).toEqual([]);
  }, 60_000);

  it('for wrong values at every term of a listing and every filter of listings', async () => {
    expect(await offenders(LISTING_VALUES)).toEqual([]);
  }, 60_000);

  it('for wrong values at every filter of a saved search and of a feed', async () => {
    expect(await offenders(DISCOVERY_VALUES)).toEqual([]);
  }, 60_000);

  it.each(COMMANDS.map((command) => [`${command.method} ${command.path}`, command] as const))(
    'for wrong values at every member — %s',
    async (_, command) => {
      const found: string[] = [];
      for (const body of commandBodies(command)) {
        const entry = await addressed(command, body);
        const response = await ask(entry, callerOf(command));
        if (response.status < 300) targets.delete(command);
        const wrong = faults(response);
        if (wrong.length > 0) found.push(`${shorten(entry)} → ${wrong.join('; ')}`);
      }
      expect(found).toEqual([]);
    },
    60_000,
  );

  it('for a version that is no version', async () => {
    const { id } = await documents.inStatus('DRAFT');
    for (const version of [
      '',
      '7',
      'W/"v1"',
      '"v-1"',
      '"v99999999999"',
      '*',
      '"v1", "v2"',
      '"v\'"',
      LONG_HEADER,
    ]) {
      const response = await employer
        .with({ 'if-match': version })
        .post(`/documents/${id}/actions/withdraw`)
        .ok(() => true);
      expect({ version: version.slice(0, 20), faults: faults(response) }).toEqual({
        version: version.slice(0, 20),
        faults: [],
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
  });

  it('for credentials that are none', async () => {
    const credentials: readonly Record<string, string>[] = [
      { authorization: 'Bearer' },
      { authorization: 'Bearer prk_live_0000000000000000000000000000_000000' },
      { authorization: `Bearer ${'x'.repeat(4000)}` },
      { authorization: 'Basic YTpi' },
      { authorization: "Bearer ' OR 1=1--" },
      { cookie: 'praktika=' },
      { cookie: 'praktika=x.y.z' },
      { cookie: `praktika=${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.` },
      { cookie: `praktika=%00; praktika=${'a'.repeat(3000)}` },
    ];
    for (const headers of credentials) {
      const response = await test.anonymous.with(headers).get('/documents');
      expect({ headers, faults: faults(response) }).toEqual({ headers, faults: [] });
      expect(response.status).toBe(401);
    }
  });

  it('for idempotency keys that are none', async () => {
    for (const key of ['', ' ', 'ключ', 'x'.repeat(256), 'a b']) {
      const header = Buffer.from(key).toString('latin1');
      const response = await university.with({ 'idempotency-key': header }).post('/contracts', {});
      expect({ key, faults: faults(response) }).toEqual({ key, faults: [] });
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
  });
});

const LONG_HEADER = `"v${'1'.repeat(5_000)}"`;
const targets = new Map<Command, DocumentCardDto>();

/** The signer and the approver are the employer, everybody else the author. */
function callerOf({ path }: Command): Caller {
  return /approve|reject|sign$/.test(path) ? employer : university;
}

async function addressed(command: Command, body: string): Promise<BadRequest> {
  const { method, path, document } = command;
  if (!document) return { method, path, body, headers: { ...JSON_TYPE, 'if-match': '"v1"' } };
  const card = targets.get(command) ?? (await documents.inStatus(document));
  targets.set(command, card);
  const headers = { ...JSON_TYPE, 'if-match': `"v${card.version}"` };
  return { method, path: path.replace('{id}', card.id), body, headers };
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('what nobody may set', () => {
  it('T4: is refused at its member, and nothing is created', async () => {
    const count = async () =>
      (await test.database.owner.query<{ documents: string }>('SELECT count(*) AS documents FROM documents'))
        .rows;
    const before = await count();
    for (const entry of MASS_ASSIGNMENT) {
      const response = expectStatus(await ask(entry), 422);
      const { code, errors } = response.body as { code: string; errors: { pointer: string }[] };
      expect({ member: entry.member, code }).toEqual({ member: entry.member, code: 'validation_failed' });
      expect(errors.map(({ pointer }) => pointer)).toContain(entry.member);
    }
    expect(await count()).toEqual(before);
  });

  it('T4: is refused in an edit, and the row stays as it was', async () => {
    const card = await documents.inStatus('DRAFT');
    const row = async () =>
      (await test.database.owner.query<object>('SELECT d.*::text FROM documents d WHERE id = $1', [card.id]))
        .rows;
    const before = await row();
    for (const member of ['status', 'version', 'employerId', 'partnerId', 'kind', 'authorSide', 'id']) {
      const response = await university.patch(`/contracts/${card.id}`, { [member]: 'x' }, card.version);
      expectStatus(response, 422);
    }
    expect(await row()).toEqual(before);
  });

  it('T14: pollutes no prototype', async () => {
    expect(await offenders(POLLUTION)).toEqual([]);
    const fresh: Record<string, unknown> = {};
    expect(fresh['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('T33: what no client library would send', () => {
  /** Sends bytes as they are and gives what comes back. */
  function raw(text: string): Promise<{ status: number; head: string; body: string }> {
    const { port } = test.app.getHttpServer().address() as { port: number };
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.setTimeout(5_000, () => socket.destroy());
      socket.on('data', (part) => (answer += part.toString()));
      socket.on('error', reject);
      socket.on('close', () => {
        const [head = '', body = ''] = answer.split('\r\n\r\n');
        resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), head, body });
      });
    });
  }

  const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`;
  const closing = ['Host: praktika.test', 'Connection: close'];

  it.each([
    [
      'a header past 16 KB',
      lines('GET /api/v1/me HTTP/1.1', ...closing, `X-Long: ${'a'.repeat(20_000)}`),
      431,
    ],
    ['a method nobody knows', lines('FOO /api/v1/me HTTP/1.1', ...closing), 400],
    ['a line that is no request', lines('hello'), 400],
    [
      'two lengths at once',
      lines(
        'POST /api/v1/contracts HTTP/1.1',
        ...closing,
        'Content-Length: 5',
        'Transfer-Encoding: chunked',
      ) + '0\r\n\r\n',
      400,
    ],
    [
      'two hosts',
      lines('GET /api/v1/me HTTP/1.1', ...closing, 'Content-Length: 1', 'Content-Length: 2'),
      400,
    ],
  ])('%s is refused as a problem', async (_, text, status) => {
    const answer = await raw(text);
    expect(answer.status).toBe(status);
    expect(answer.head).toMatch(/content-type: application\/problem\+json/i);
    const problem = JSON.parse(answer.body) as { code: ErrorCode; status: number };
    expect(problem.status).toBe(status);
    expect(ERROR_STATUS[problem.code]).toBe(status);
  });

  it('does not let a header choose another method', async () => {
    const response = await university.with({ 'x-http-method-override': 'DELETE' }).get('/me');
    expectStatus(response, 200);
  });

  it('names the methods that an address takes', async () => {
    const response = expectStatus(await university.send('put', '/documents'), 405);
    expect(response.headers['allow']).toMatch(/\bGET\b/);
  });
});
