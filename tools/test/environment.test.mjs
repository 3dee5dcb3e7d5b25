import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeProblem, readEnvironment, readOrCreateSecret } from '../../libs/environment/index.mjs';

const long = 'x'.repeat(32);

const accepted = [
  ['PORT', '1', 'port', 1],
  ['PORT', '65535', 'port', 65535],
  ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
  ['HOST', '::1', 'host', '::1'],
  ['HOST', 'localhost', 'host', 'localhost'],
  ['PUBLIC_URL', 'https://praktika.example/', 'publicUrl', 'https://praktika.example'],
  ['PUBLIC_URL', 'http://localhost:4000', 'publicUrl', 'http://localhost:4000'],
  [
    'DATABASE_URL',
    'postgres://u:p%40@h:5432/d?sslmode=require',
    'databaseUrl',
    'postgres://u:p%40@h:5432/d?sslmode=require',
  ],
  ['DATABASE_URL', 'postgresql://u@h/d', 'databaseUrl', 'postgresql://u@h/d'],
  ['REDIS_URL', 'redis://h:6379', 'redisUrl', 'redis://h:6379'],
  ['REDIS_URL', 'rediss://u:p@h:6380/2', 'redisUrl', 'rediss://u:p@h:6380/2'],
  ['SMTP_URL', 'smtp://h:25', 'smtpUrl', 'smtp://h:25'],
  ['SMTP_URL', 'smtps://u:p@h', 'smtpUrl', 'smtps://u:p@h'],
  ['MAIL_FROM', 'Практика <a@b.example>', 'mailFrom', 'Практика <a@b.example>'],
  ['MAIL_FROM', 'a@b.example', 'mailFrom', 'a@b.example'],
  ['TRUST_PROFILE', 'production', 'trustProfile', 'production'],
  ['DEMO_PUBLIC', 'yes', 'demoPublic', true],
  ['RUN_JOBS', 'no', 'runJobs', false],
  ['LOG_LEVEL', 'debug', 'logLevel', 'debug'],
  ['NODE_ENV', 'production', 'nodeEnv', 'production'],
  ['SESSION_SECRET', long, 'sessionSecret', long],
];

const refused = [
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '3000x'],
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['PORT', ' '],
  ['HOST', 'two words'],
  ['HOST', 'http://localhost'],
  ['PUBLIC_URL', 'praktika.example'],
  ['PUBLIC_URL', 'https://praktika.example/path'],
  ['PUBLIC_URL', 'ftp://praktika.example'],
  ['DATABASE_URL', 'mysql://u:p@h/d'],
  ['DATABASE_URL', 'postgres://h/d'],
  ['DATABASE_URL', 'postgres://u:p@h'],
  ['DATABASE_URL', 'postgres://u:p@h:99999/d'],
  ['DATABASE_URL', 'postgres://u:p%zz@h/d'],
  ['REDIS_URL', 'localhost:6379'],
  ['REDIS_URL', 'redis://h:6379/name'],
  ['SMTP_URL', 'http://h'],
  ['SMTP_URL', 'smtp://h:25/inbox'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'a@b.example\nBcc: c@d.example'],
  ['TRUST_PROFILE', 'test'],
  ['DEMO_PUBLIC', 'true'],
  ['RUN_JOBS', '1'],
  ['LOG_LEVEL', 'loud'],
  ['NODE_ENV', 'staging'],
  ['SESSION_SECRET', long.slice(1)],
  ['CURSOR_SECRET', 'short'],
];

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'praktika-environment-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Environment variables', () => {
  test('have defaults that start the product without any of them', () => {
    const { ok, values } = readEnvironment({}, { directory: '/srv/praktika' });
    expect(ok).toBe(true);
    expect(values).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      dataDirectory: '/srv/praktika/.data',
      trustProfile: 'demo',
      runJobs: true,
      databaseUrl: undefined,
    });
  });

  test.each(accepted)('%s accepts %j', (name, text, key, value) => {
    expect(readEnvironment({ [name]: text })).toMatchObject({ ok: true, values: { [key]: value } });
  });

  test.each(refused)('%s refuses %j, naming itself and what is expected', (name, text) => {
    const { ok, problems } = readEnvironment({ [name]: text });
    expect(ok).toBe(false);
    expect(problems).toHaveLength(1);
    expect(describeProblem(problems[0])).toMatch(new RegExp(`^${name}: expected \\S`));
  });

  test('never repeat a refused text, which may hold a password', () => {
    const env = {
      DATABASE_URL: 'mysql://u:S3cretWord@h/d',
      REDIS_URL: 'S3cretWord',
      SESSION_SECRET: 'S3cretWord',
    };
    const { problems } = readEnvironment(env);
    expect(problems).toHaveLength(3);
    expect(JSON.stringify(problems)).not.toContain('S3cretWord');
  });

  test('that are empty count as unset, and unknown ones are ignored', () => {
    const { values } = readEnvironment({ PORT: '', DATABASE_URL: '', SOMETHING_ELSE: '???' });
    expect(values).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  test('may be given as a file, whose last line break does not count', () => {
    writeFileSync(join(folder, 'secret'), `${long}\n`);
    const { values } = readEnvironment({ SESSION_SECRET_FILE: join(folder, 'secret') });
    expect(values.sessionSecret).toBe(long);
  });

  test('given as a file that is not there, or twice, are refused by the name of the file variable', () => {
    const missing = readEnvironment({ REDIS_URL_FILE: join(folder, 'absent') });
    const twice = readEnvironment({ REDIS_URL: 'redis://h', REDIS_URL_FILE: join(folder, 'absent') });
    expect([missing.problems[0].variable, twice.problems[0].variable]).toEqual([
      'REDIS_URL_FILE',
      'REDIS_URL_FILE',
    ]);
  });

  test('name the application role’s address as missing when only the owner’s is given', () => {
    const { problems } = readEnvironment({ DATABASE_OWNER_URL: 'postgres://u:p@h/d' });
    expect(problems.map(({ variable }) => variable)).toEqual(['DATABASE_URL']);
  });
});

describe('A generated secret', () => {
  test('is long, stays the same, and is readable by its owner alone', () => {
    const first = readOrCreateSecret(join(folder, 'secrets'), 'session.key');
    expect(first).toHaveLength(43);
    expect(readOrCreateSecret(join(folder, 'secrets'), 'session.key')).toBe(first);
    expect(statSync(join(folder, 'secrets', 'session.key')).mode & 0o777).toBe(0o600);
    expect(readOrCreateSecret(join(folder, 'secrets'), 'cursor.key')).not.toBe(first);
  });
});
