import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Response } from 'supertest';
import { SettableClock } from '../../src/core/clock/index.js';
import { createApp } from '../../src/create-app.js';
import { issueSetupLink } from '../../src/seed/setup-link.js';
import {
  Caller,
  createTestApp,
  createTestDatabase,
  expectStatus,
  TEST_NOW,
  testConfig,
  type TestDatabase,
} from '../support/index.js';

const PUBLIC_URL = 'http://localhost:8080';
const OPERATOR = {
  surname: 'Зорина',
  givenName: 'Вера',
  patronymic: 'Павловна',
  email: 'zorina@platform.test',
  password: 'берёзовый сок весной',
};

/** An installation where nobody acts, with its database and its data folder. */
class EmptyInstallation {
  readonly anyone: Caller;

  private constructor(
    readonly database: TestDatabase,
    private readonly app: NestFastifyApplication,
    private readonly directory: string,
  ) {
    this.anyone = new Caller(app);
  }

  static async create(): Promise<EmptyInstallation> {
    const database = await createTestDatabase();
    const directory = mkdtempSync(join(tmpdir(), 'praktika-setup-'));
    const app = await createApp(testConfig(database, directory), { clock: new SettableClock(TEST_NOW) });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new EmptyInstallation(database, app, directory);
  }

  /** A new link's token, as the terminal would print it. */
  async issue(): Promise<string> {
    const link = await issueSetupLink(this.database.owner, PUBLIC_URL, TEST_NOW);
    return link?.split('#')[1] ?? '';
  }

  post(token: string, overrides: object = {}) {
    return this.anyone.post('/setup', { token, ...OPERATOR, ...overrides });
  }

  async isNeeded(): Promise<boolean> {
    return (expectStatus(await this.anyone.get('/setup'), 200).body as { needed: boolean }).needed;
  }

  async rows(sql: string): Promise<object[]> {
    return (await this.database.owner.query<object>(sql)).rows;
  }

  async remove(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

let installation: EmptyInstallation;

beforeEach(async () => {
  installation = await EmptyInstallation.create();
});
afterEach(() => installation?.remove());

const codeOf = ({ body }: Response) => (body as { code?: string }).code;

describe('The set-up link of an empty installation (domain.md §8.13)', () => {
  it('makes the platform’s organization and its first person, who signs in afterwards', async () => {
    const token = await installation.issue();
    expect(await installation.isNeeded()).toBe(true);
    const answer = expectStatus(await installation.post(token), 201);
    expect(answer.body).toEqual({ needed: false });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(await installation.isNeeded()).toBe(false);

    const { email, password } = OPERATOR;
    const signedIn = expectStatus(await installation.anyone.post('/auth/login', { email, password }), 200);
    expect(signedIn.body).toMatchObject({
      person: { surname: 'Зорина', givenName: 'Вера', patronymic: 'Павловна', mustChangePassword: false },
      organizations: [{ side: 'PLATFORM', roles: ['SYSTEM_OPERATOR', 'MODERATOR'] }],
    });
  });

  it('stands in the platform’s journal under the name of the person', async () => {
    expectStatus(await installation.post(await installation.issue()), 201);
    const journal = `SELECT h.type, h.at, h.person_name, h.ip IS NOT NULL AS has_ip
      FROM history_entries h JOIN organizations o ON o.id = h.organization_id AND o.side = 'PLATFORM'`;
    expect(await installation.rows(journal)).toEqual([
      { type: 'installation.set_up', at: TEST_NOW, person_name: 'Зорина Вера Павловна', has_ip: true },
    ]);
  });

  it('works once, and no new link is issued afterwards', async () => {
    const token = await installation.issue();
    expectStatus(await installation.post(token), 201);
    const again = expectStatus(await installation.post(token, { email: 'second@platform.test' }), 409);
    expect(codeOf(again)).toBe('invalid_state');
    expect(await installation.issue()).toBe('');
    expect(await installation.rows('SELECT email FROM people')).toEqual([{ email: OPERATOR.email }]);
  });

  it('lets exactly one of several at once through', async () => {
    const token = await installation.issue();
    const emails = Array.from({ length: 6 }, (_, index) => `operator${index}@platform.test`);
    const answers = await Promise.all(emails.map((email) => installation.post(token, { email })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const made = `SELECT (SELECT count(*)::int FROM organizations) AS organizations,
      (SELECT count(*)::int FROM people) AS people, (SELECT count(*)::int FROM memberships) AS memberships,
      (SELECT count(*)::int FROM history_entries) AS entries`;
    expect(await installation.rows(made)).toEqual([
      { organizations: 1, people: 1, memberships: 1, entries: 1 },
    ]);
  });

  it.each([
    ['short', 'сок весной', 'password_too_short'],
    ['leaked', 'Qwertyuiop123', 'password_common'],
    ['made of the own name', 'Зорина-Вера-1', 'password_personal'],
  ])('outlives a password that is %s', async (_, password, code) => {
    const token = await installation.issue();
    const refused = expectStatus(await installation.post(token, { password }), 422);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/password', code }] });
    expectStatus(await installation.post(token), 201);
  });

  it('opens nothing when it is wrong or was replaced by a newer one', async () => {
    const replaced = await installation.issue();
    const newest = await installation.issue();
    for (const token of [replaced, 'x'.repeat(43), newest.toLowerCase()]) {
      const refused = expectStatus(await installation.post(token), 404);
      expect(codeOf(refused)).toBe('not_found');
    }
    expect(await installation.isNeeded()).toBe(true);
    expectStatus(await installation.post(newest), 201);
  });

  it('opens nothing before the first link is issued', async () => {
    expect(await installation.isNeeded()).toBe(true);
    expectStatus(await installation.post('x'.repeat(43)), 404);
    expect(await installation.rows('SELECT FROM organizations')).toEqual([]);
  });
});

describe('An installation where somebody acts already', () => {
  it('needs no set-up, and even a link that was left over opens nothing', async () => {
    const test = await createTestApp();
    try {
      expect(expectStatus(await test.anonymous.get('/setup'), 200).body).toEqual({ needed: false });
      expectStatus(await test.anonymous.post('/setup', { token: 'x'.repeat(43), ...OPERATOR }), 404);
      const token = await installation.issue();
      await test.database.owner.query(`INSERT INTO installation_facts VALUES ('setup', $1, $2)`, [
        await leftOver(),
        TEST_NOW,
      ]);
      const refused = expectStatus(await test.anonymous.post('/setup', { token, ...OPERATOR }), 409);
      expect(codeOf(refused)).toBe('invalid_state');
      const { rows } = await test.database.owner.query(`SELECT FROM organizations WHERE side = 'PLATFORM'`);
      expect(rows).toEqual([]);
    } finally {
      await test.close();
    }
  });

  /** The fact of the link issued last. */
  async function leftOver(): Promise<unknown> {
    const { rows } = await installation.database.owner.query<{ value: unknown }>(
      `SELECT value FROM installation_facts WHERE name = 'setup'`,
    );
    return rows[0]?.value;
  }
});
