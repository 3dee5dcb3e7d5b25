import pg from 'pg';

/** The roles of an instance. PostgreSQL roles belong to the whole server, not to one database. */
export const roles = {
  owner: 'praktika_owner',
  app: 'praktika_app',
  reader: 'praktika_reader',
  jobs: 'praktika_jobs',
};

/**
 * Makes the database and its roles on a server where we are the superuser; repeating it changes nothing but
 * passwords that differ.
 *
 * - `praktika_owner` owns the database and runs migrations;
 * - `praktika_app` serves requests: it may connect, and use what migrations grant to it;
 * - `praktika_reader` cannot log in; it owns the scoped read functions and bypasses row-level security. The owner is
 *   its member, and it may create in `public`: without either, `ALTER FUNCTION … OWNER TO praktika_reader` fails;
 * - `praktika_jobs` cannot log in either; scheduled work that crosses organizations (relay, reminders, mail) takes it
 *   on with SET LOCAL ROLE for one transaction.
 *
 * @param superuserUrl any database of the server, as a superuser
 * @param options.database the database's name
 * @param options.passwords `{owner, app}`
 * @returns the addresses `{ownerUrl, appUrl}`
 */
export async function prepareDatabase(superuserUrl, { database = 'praktika', passwords }) {
  await withClient(superuserUrl, async (client) => {
    await ensureRole(client, roles.owner, `LOGIN PASSWORD ${client.escapeLiteral(passwords.owner)}`);
    await ensureRole(client, roles.app, `LOGIN PASSWORD ${client.escapeLiteral(passwords.app)}`);
    await ensureRole(client, roles.reader, 'NOLOGIN BYPASSRLS');
    await ensureRole(client, roles.jobs, 'NOLOGIN BYPASSRLS');
    await client.query(`GRANT ${roles.reader} TO ${roles.owner} WITH INHERIT TRUE, SET TRUE`);
    await client.query(`GRANT ${roles.jobs} TO ${roles.app} WITH INHERIT FALSE, SET TRUE`);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${roles.owner}`);
    }
  });
  await withClient(addressOf(superuserUrl, { database }), grantEntry);
  return {
    ownerUrl: addressOf(superuserUrl, { database, user: roles.owner, password: passwords.owner }),
    appUrl: addressOf(superuserUrl, { database, user: roles.app, password: passwords.app }),
  };
}

/**
 * Who may enter the connected database: the application role, and the reader inside `public`.
 * Run as the database's owner or a superuser.
 */
export async function grantEntry(client) {
  const { rows } = await client.query('SELECT current_database() AS name');
  const database = client.escapeIdentifier(rows[0].name);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${roles.app}`);
  await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  await client.query(`GRANT USAGE ON SCHEMA public TO ${roles.app}, ${roles.jobs}`);
  await client.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${roles.reader}`);
}

/** The same address with another user, password or database. */
export function addressOf(url, { user, password, database }) {
  const address = new URL(url);
  if (user !== undefined) address.username = encodeURIComponent(user);
  if (password !== undefined) address.password = encodeURIComponent(password);
  if (database !== undefined) address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
}

/** Runs something on one connection and closes it. */
export async function withClient(connectionString, use) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 8000 });
  client.on('error', () => undefined); // a server that dies is reported by the query that runs
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client, name, attributes) {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  await client.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${name} WITH ${attributes}`);
}
