import { existsSync, mkdtempSync, chmodSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, startPostgres, withClient } from '../postgres/index.mjs';
import { prepareForeignDatabase } from '../postgres/foreign.mjs';
import { isAlive, waitForEnd } from '../postgres/processes.mjs';

let folder;
let server;
const start = async () => (server = await startPostgres({ directory: join(folder, 'postgres'), fast: true }));
const one = async (url, text) => (await withClient(url, (client) => client.query(text))).rows[0];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'praktika-postgres-'));
  chmodSync(folder, 0o711);
  await start();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('The embedded PostgreSQL', () => {
  test('sorts and folds Russian text as Russians do', async () => {
    const { sorted, lower } = await one(
      server.appUrl,
      `SELECT string_agg(word, ' ' ORDER BY word) AS sorted, lower('ЁЖИК') AS lower
         FROM unnest(ARRAY['Я', 'ж', 'ё', 'е', 'а']) AS word`,
    );
    expect({ sorted, lower }).toEqual({ sorted: 'а е ё ж Я', lower: 'ёжик' });
  });

  test('asks for a password by SCRAM and refuses a wrong one', async () => {
    const { method } = await one(
      server.superuserUrl,
      `SELECT string_agg(DISTINCT auth_method, ',') AS method FROM pg_hba_file_rules`,
    );
    expect(method).toBe('scram-sha-256');
    for (const url of [server.superuserUrl, server.ownerUrl, server.appUrl]) {
      await expect(one(addressOf(url, { password: 'wrong' }), 'SELECT 1')).rejects.toThrow(
        /password authentication failed/,
      );
    }
  });

  test('listens on the loopback interface alone, without a socket in the file system', async () => {
    const { addresses } = await one(
      server.superuserUrl,
      `SELECT current_setting('listen_addresses') AS addresses`,
    );
    const { sockets } = await one(
      server.superuserUrl,
      `SELECT current_setting('unix_socket_directories') AS sockets`,
    );
    expect({ addresses, sockets }).toEqual({ addresses: '127.0.0.1', sockets: '' });
  });

  test('keeps its passwords in files for their owner alone', () => {
    const passwords = join(folder, 'postgres', 'passwords');
    const modes = readdirSync(passwords).map((name) => statSync(join(passwords, name)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });

  test.each([
    'CREATE TABLE public.intruder (id int)',
    'CREATE TEMP TABLE intruder (id int)',
    'CREATE SCHEMA intruder',
  ])('lets the application role not run: %s', async (statement) => {
    await expect(one(server.appUrl, statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('lets the owner hand a function to the reader, who cannot log in but bypasses row-level security', async () => {
    await one(
      server.ownerUrl,
      'CREATE OR REPLACE FUNCTION handed() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    );
    await one(server.ownerUrl, 'ALTER FUNCTION handed() OWNER TO praktika_reader');
    await one(
      server.ownerUrl,
      'CREATE OR REPLACE FUNCTION handed() RETURNS int LANGUAGE sql AS $$ SELECT 2 $$',
    );
    const reader = await one(
      server.superuserUrl,
      `SELECT rolcanlogin, rolbypassrls, rolsuper FROM pg_roles WHERE rolname = 'praktika_reader'`,
    );
    expect(reader).toEqual({ rolcanlogin: false, rolbypassrls: true, rolsuper: false });
  });

  test('gives neither the owner nor the application role powers over the server', async () => {
    const { powers } = await one(
      server.superuserUrl,
      `SELECT bool_or(rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication) AS powers
         FROM pg_roles WHERE rolname IN ('praktika_owner', 'praktika_app')`,
    );
    expect(powers).toBe(false);
  });

  test('is taken over by the next start when its launcher was killed', async () => {
    const again = await startPostgres({ directory: join(folder, 'postgres'), fast: true });
    expect(again).toMatchObject({ reused: true, pid: server.pid, port: server.port, appUrl: server.appUrl });
  });

  test('recovers with its data and its port after kill -9', async () => {
    await one(server.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const { pid, port } = server;
    process.kill(pid, 'SIGKILL');
    await waitForEnd(pid, 5000);
    await start();
    expect(server).toMatchObject({ reused: false, port });
    expect(await one(server.ownerUrl, 'SELECT answer FROM kept')).toEqual({ answer: 42 });
  });

  test('stops and leaves no process and no pid file', async () => {
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
    expect(existsSync(join(folder, 'postgres', 'cluster', 'data', 'postmaster.pid'))).toBe(false);
    await start();
  });
});

describe('A PostgreSQL of somebody else', () => {
  test('gets the application role and the reader when the given role may make roles', async () => {
    await one(server.superuserUrl, 'CREATE DATABASE foreign_one');
    await one(addressOf(server.superuserUrl, { database: 'praktika' }), 'DROP OWNED BY praktika_app');
    await one(server.superuserUrl, 'DROP ROLE praktika_app');
    const url = addressOf(server.superuserUrl, { database: 'foreign_one' });
    const { appUrl } = await prepareForeignDatabase(url, join(folder, 'secrets'));
    expect(await one(appUrl, 'SELECT current_user AS name')).toEqual({ name: 'praktika_app' });
    await expect(one(appUrl, 'CREATE TABLE intruder (id int)')).rejects.toMatchObject({ code: '42501' });
  });

  test('with a role that may not make them is refused with the SQL to run', async () => {
    await one(server.superuserUrl, `CREATE ROLE plain LOGIN PASSWORD 'plain'`);
    await one(server.superuserUrl, 'CREATE DATABASE foreign_two OWNER plain');
    const url = addressOf(server.superuserUrl, { user: 'plain', password: 'plain', database: 'foreign_two' });
    await expect(prepareForeignDatabase(url, join(folder, 'secrets'))).rejects.toThrow(
      /GRANT praktika_reader TO "plain"/,
    );
  });

  test('where the application role has a password unknown here is refused, and the password is left alone', async () => {
    await one(server.superuserUrl, `ALTER ROLE praktika_app PASSWORD 'of another instance'`);
    const url = addressOf(server.superuserUrl, { database: 'foreign_one' });
    await expect(prepareForeignDatabase(url, join(folder, 'secrets'))).rejects.toThrow(
      /password unknown here/,
    );
    const theirs = addressOf(url, { user: 'praktika_app', password: 'of another instance' });
    expect(await one(theirs, 'SELECT 1 AS one')).toEqual({ one: 1 });
  });
});
