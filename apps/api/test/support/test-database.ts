import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test file, copied from the migrated template. */
export interface TestDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly name: string;
  /** Connection of the owner: arranges what no command can, and looks at what no command shows. */
  readonly owner: pg.Client;
  /** Cuts the application's connections and lets it make no new ones, until the function given back is called. */
  shutOut(): Promise<() => Promise<void>>;
  /** Closes the connection and drops the database. */
  drop(): Promise<void>;
}

const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run through jest's global set-up`);
  return value;
};

const withName = (url: string, name: string) => {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
};

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: required('TEST_SUPERUSER_URL') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Copies the template: about a tenth of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`CREATE DATABASE ${name} TEMPLATE praktika OWNER praktika_owner`);
  await asSuperuser(`GRANT CONNECT ON DATABASE ${name} TO praktika_app`);
  const ownerUrl = withName(required('TEST_OWNER_URL'), name);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  return {
    name,
    ownerUrl,
    appUrl: withName(required('TEST_APP_URL'), name),
    owner,
    shutOut: async () => {
      await asSuperuser(`ALTER DATABASE ${name} CONNECTION LIMIT 0`);
      await asSuperuser(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND usename = 'praktika_app'`,
      );
      return () => asSuperuser(`ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    },
    drop: async () => {
      await owner.end();
      await asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
