import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DOCUMENT_STATUSES } from '@praktika/contracts';
import { openPkcs12 } from '@praktika/signing/browser';
import type { Response } from 'supertest';
import { createApp } from '../../src/create-app.js';
import { judgeDemo } from '../../src/modules/demo/index.js';
import { ENDS, SCENARIOS } from '../../src/seed/scenarios.js';
import { download } from '../fixtures/downloads.js';
import { Caller, createTestDatabase, expectStatus, testConfig, type TestDatabase } from '../support/index.js';

const PROGRAM = new URL('../../dist/seed.js', import.meta.url).pathname;
const PASSWORD = 'Praktika-2026-demo';
const DAY_MS = 24 * 3_600_000;

/** A database and a data folder of one installation. */
class Installation {
  readonly directory = mkdtempSync(join(tmpdir(), 'praktika-seed-'));

  private constructor(readonly database: TestDatabase) {}

  static create = async () => new Installation(await createTestDatabase());

  /** Starts the seed as the launcher does. */
  seed(...words: readonly string[]): ChildProcess {
    return spawn(process.execPath, [PROGRAM, ...words], {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATA_DIR: this.directory,
        DATABASE_URL: this.database.appUrl,
        DATABASE_OWNER_URL: this.database.ownerUrl,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  /** Runs the seed to its end. @returns what it printed */
  async run(...words: readonly string[]): Promise<string> {
    const child = this.seed(...words);
    let printed = '';
    child.stdout?.on('data', (part: Buffer) => (printed += part.toString('utf8')));
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    return printed;
  }

  async count(sql: string): Promise<number> {
    const { rows } = await this.database.owner.query<{ n: number }>(`SELECT (${sql})::int AS n`);
    return rows[0]?.n ?? -1;
  }

  async remove(): Promise<void> {
    await this.database.drop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

describe('The demo, seeded by a process that is killed in the middle', () => {
  let installation: Installation;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    installation = await Installation.create();
    const first = installation.seed();
    while ((await installation.count('SELECT count(*) FROM documents')) < 9 && first.exitCode === null)
      await sleep(50);
    first.kill('SIGKILL');
    await once(first, 'exit');
    await Promise.all([installation.run(), installation.run()]);
    const config = testConfig(installation.database, installation.directory);
    app = await createApp(config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  }, 240_000);
  afterAll(async () => {
    await app?.close();
    await installation?.remove();
  });

  async function signIn(email: string): Promise<Caller> {
    const response = expectStatus(
      await new Caller(app).post('/auth/login', { email, password: PASSWORD }),
      200,
    );
    const { organizations } = response.body as { organizations: { id: string; name: string }[] };
    if (organizations.length === 1) return withCookieOf(response);
    const organizationId = organizations.find(({ name }) => name.includes('Ромашка'))?.id;
    return withCookieOf(await withCookieOf(response).post('/auth/organization', { organizationId }));
  }

  function withCookieOf(response: Response): Caller {
    const [cookie] = expectStatus(response, 200).headers['set-cookie'] as unknown as string[];
    return new Caller(app, { cookie: cookie?.split(';')[0] ?? '' });
  }

  it('is complete afterwards, each document once and where its story ends', async () => {
    const { rows } = await installation.database.owner.query<{ number: string; status: string }>(
      `SELECT number, status FROM registry_entries WHERE direction = 'OUTGOING' ORDER BY right(number, 3)`,
    );
    expect(rows.map(({ status }) => status)).toEqual(SCENARIOS.map(({ route }) => ENDS[route]));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(DOCUMENT_STATUSES));
    expect(new Set(rows.map(({ number }) => number)).size).toBe(SCENARIOS.length);
  });

  it('has the real registry, and nothing in it acts', async () => {
    expect(await installation.count('SELECT count(*) FROM organizations WHERE NOT acting')).toBe(1_036);
    expect(await installation.count('SELECT count(*) FROM organizations WHERE demo AND acting')).toBe(6);
  });

  it('has documents that wait for a signature longer than four days, and none from the future', async () => {
    const waiting = `SELECT count(*) FROM documents WHERE status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT')
                     AND waiting_since < now() - interval '5 days'`;
    expect(await installation.count(waiting)).toBeGreaterThanOrEqual(5);
    expect(await installation.count('SELECT count(*) FROM history_entries WHERE at > now()')).toBe(0);
  });

  it('does nothing at a second start', async () => {
    const before = await installation.count('SELECT count(*) FROM history_entries');
    const startedAt = Date.now();
    await installation.run();
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(await installation.count('SELECT count(*) FROM history_entries')).toBe(before);
  });

  it('signs people in and has what the walk needs: incoming on approval and on signing', async () => {
    const head = await signIn('head@romashka.example');
    const hr = await signIn('hr@romashka.example');
    for (const [caller, status] of [
      [hr, 'ON_APPROVAL'],
      [head, 'ON_SIGNING'],
    ] as const) {
      const response = await caller.get(`/documents?direction=INCOMING&status=${status}`);
      const { items } = expectStatus(response, 200).body as { items: { partner: { name: string } }[] };
      expect(items.some(({ partner }) => partner.name.includes('Северо-Запольский'))).toBe(true);
    }
  });

  it('carries real signatures: each passes a new check', async () => {
    const rector = await signIn('rector@szgu.example');
    const { rows } = await installation.database.owner.query<{ id: string }>(
      `SELECT s.id FROM signatures s JOIN documents d ON d.id = s.document_id
         JOIN organizations o ON o.id = d.education_organization_id AND o.full_name LIKE '%университет%'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const { id } of rows) {
      const response = expectStatus(await rector.send('post', `/signatures/${id}/actions/revalidate`), 200);
      expect(response.body).toMatchObject({ report: { indication: 'TOTAL-PASSED', test: true } });
    }
  });

  it('shows accounts and keys on the sign-in page; each key opens with the password', async () => {
    const anyone = new Caller(app);
    const { accounts, password, certificates } = expectStatus(await anyone.get('/demo'), 200).body as {
      accounts: { email: string }[];
      password: string;
      certificates: { email: string; url: string }[];
    };
    expect(password).toBe(PASSWORD);
    expect(accounts.map(({ email }) => email)).toEqual([
      'head@romashka.example',
      'hr@romashka.example',
      'head@vector.example',
      'hr@vector.example',
      'rector@szgu.example',
      'practice@szgu.example',
      'director@zkit.example',
      'student@szgu.example',
      'moderator@praktika.example',
      'ops@praktika.example',
    ]);
    const kinds = new Set<string>();
    for (const { email, url } of certificates) {
      const file = await download(anyone, url.replace('/api/v1', ''));
      const { certificate } = await openPkcs12(Uint8Array.from(file), password);
      expect(certificate.subject).toMatchObject({ snils: expect.stringMatching(/^\d{11}$/) as string });
      expect(email).toMatch(/^(head|rector|director|lugov)@/);
      kinds.add(certificate.keyAlgorithm);
    }
    expect(certificates).toHaveLength(5);
    expect(kinds).toEqual(new Set(['RSA-2048', 'P-256']));
  });

  it.each(['ops@praktika.example.p12', '..%2F..%2Fca%2Frsa-root.key.pem', 'x'])(
    'has no file %s',
    async (name) => {
      expectStatus(await new Caller(app).get(`/demo/certificates/${name}`), 404);
    },
  );

  it('reissues its revocation lists at every start', async () => {
    const newest = 'SELECT extract(epoch FROM now() - max(this_update)) FROM revocation_lists';
    expect((await installation.count(newest)) * 1_000).toBeLessThan(DAY_MS / 24);
  });

  it('is told to the launcher as JSON', async () => {
    expect(JSON.parse(await installation.run('--print'))).toMatchObject({
      password: PASSWORD,
      accounts: expect.arrayContaining([
        expect.objectContaining({ email: 'head@romashka.example', role: 'Руководитель' }),
      ]) as object,
    });
  });
});

describe('An installation started with --empty', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.create();
    await installation.run('--empty');
  }, 60_000);
  afterAll(() => installation?.remove());

  it('knows the public registry and nobody who acts, also after a later plain start', async () => {
    const first = JSON.parse(await installation.run('--print')) as { setupUrl: string };
    const second = JSON.parse(await installation.run('--print')) as { setupUrl: string };
    expect(first.setupUrl).toMatch(/^http:\/\/localhost:\d+\/setup#[\w-]{43}$/);
    expect(second.setupUrl).not.toBe(first.setupUrl);
    await installation.run();
    expect(await installation.count('SELECT count(*) FROM organizations')).toBe(1_036);
    expect(await installation.count('SELECT count(*) FROM people')).toBe(0);
  }, 60_000);

  it('has no demo to show', async () => {
    const app = await createApp(testConfig(installation.database, installation.directory));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    try {
      expectStatus(await new Caller(app).get('/demo'), 404);
      expectStatus(await new Caller(app).get('/demo/certificates/head@romashka.example.p12'), 404);
    } finally {
      await app.close();
    }
  }, 60_000);
});

describe('Where a process may listen (domain.md §8.12)', () => {
  const base = { trustProfile: 'demo', host: undefined, demoPublic: false, dataDirectory: '' } as const;

  it.each([
    ['the demo, nothing said', base, true, { host: '127.0.0.1' }],
    ['the demo, loopback asked for', { ...base, host: '::1' }, true, { host: '::1' }],
    ['the demo, told to be public', { ...base, demoPublic: true }, true, { host: '0.0.0.0' }],
    [
      'the demo, public on one address',
      { ...base, demoPublic: true, host: '10.0.0.5' },
      true,
      { host: '10.0.0.5' },
    ],
    ['no demo', base, false, { host: '0.0.0.0' }],
    ['production without a demo', { ...base, trustProfile: 'production' }, false, { host: '0.0.0.0' }],
  ] as const)('%s', (_, config, demo, verdict) => {
    expect(judgeDemo(config, demo)).toEqual(verdict);
  });

  it.each([
    ['the demo on every interface without a word', { ...base, host: '0.0.0.0' }, /HOST.*DEMO_PUBLIC=yes/],
    [
      'production on a folder that holds the demo',
      { ...base, trustProfile: 'production' },
      /TRUST_PROFILE.*DATA_DIR/,
    ],
  ] as const)('%s is refused', (_, config, reason) => {
    expect(judgeDemo(config, true)).toEqual({ refusal: expect.stringMatching(reason) as string });
  });
});
