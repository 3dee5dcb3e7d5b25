import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readEnvironment } from '@praktika/environment';
import { SettableClock } from '../../src/core/clock/index.js';
import type { Config } from '../../src/core/config/index.js';
import { createApp } from '../../src/create-app.js';
import { Caller } from './caller.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { createWorld, TEST_PASSWORD, type TestPerson, type World } from './world.js';

/** The instant tests begin at: a Monday noon in Moscow. */
export const TEST_NOW = new Date('2026-09-07T09:00:00.000Z');

/** The whole application on its own database, with a world of four organizations. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly clock: SettableClock;
  readonly config: Config;
  readonly world: World;
  /** A caller without credentials. */
  readonly anonymous: Caller;
  /** A caller signed in as a person for their organization; signs in once and remembers. */
  as(person: TestPerson): Promise<Caller>;
  close(): Promise<void>;
}

/** Configuration of a test process. Jobs stay off unless asked for: tests drive them by hand. */
export function testConfig(
  database: TestDatabase,
  dataDirectory: string,
  overrides: Partial<Config> = {},
): Config {
  const environment = readEnvironment({
    NODE_ENV: 'test',
    DATA_DIR: dataDirectory,
    REDIS_URL: process.env['REDIS_URL'],
  });
  if (!environment.ok) throw new Error(environment.problems.map((problem) => problem.variable).join());
  return {
    ...environment.values,
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    sessionSecret: 'session-secret-of-the-test-process-0001',
    cursorSecret: 'cursor-secret-of-the-test-process-00001',
    secureCookies: false,
    logLevel: (process.env['TEST_LOG_LEVEL'] ?? 'silent') as Config['logLevel'],
    runJobs: false,
    ...overrides,
  };
}

/** Starts the application. Close it in afterAll, with `?.`: a failed start leaves nothing to close. */
export async function createTestApp(overrides: Partial<Config> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDirectory = mkdtempSync(join(tmpdir(), 'praktika-test-'));
  const clock = new SettableClock(TEST_NOW);
  const config = testConfig(database, dataDirectory, overrides);
  const world = await createWorld(database.owner, TEST_NOW);
  const app = await startApp(config, clock).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  const callers = new Map<string, Promise<Caller>>();
  return {
    app,
    database,
    clock,
    config,
    world,
    anonymous: new Caller(app),
    as: (person) => {
      const known = callers.get(person.email) ?? signIn(app, person);
      callers.set(person.email, known);
      return known;
    },
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function startApp(config: Config, clock: SettableClock): Promise<NestFastifyApplication> {
  const app = await createApp(config, { clock });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

async function signIn(app: NestFastifyApplication, person: TestPerson): Promise<Caller> {
  const response = await new Caller(app).post('/auth/login', {
    email: person.email,
    password: TEST_PASSWORD,
  });
  if (response.status !== 200)
    throw new Error(`sign-in of ${person.email}: ${response.status} ${response.text}`);
  const [cookie] = response.headers['set-cookie'] as unknown as string[];
  return new Caller(app, { cookie: cookie?.split(';')[0] ?? '' });
}
