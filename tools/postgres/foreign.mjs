import { readOrCreateSecret } from '../../libs/environment/index.mjs';
import { addressOf, grantEntry, roles, withClient } from './roles.mjs';

/**
 * Prepares a PostgreSQL that is not ours: the given role is the owner, and the application role and the reader are
 * made when the role may make them.
 *
 * @param ownerUrl the address given in DATABASE_URL
 * @param secretsDirectory where the application role's random password is kept
 * @returns `{ownerUrl, appUrl}`
 * @throws an error that says which SQL to run when the role may not create roles
 */
export async function prepareForeignDatabase(ownerUrl, secretsDirectory) {
  const password = readOrCreateSecret(secretsDirectory, 'database-app.password');
  const appUrl = addressOf(ownerUrl, { user: roles.app, password });
  await withOwner(ownerUrl, async (client) => {
    const known = await knownRoles(client);
    if (!known.has(roles.reader)) await attempt(client, `CREATE ROLE ${roles.reader} NOLOGIN BYPASSRLS`);
    if (!known.has(roles.app)) {
      await attempt(client, `CREATE ROLE ${roles.app} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    await joinReader(client);
    await grantEntry(client);
  });
  await requireLogin(appUrl);
  return { ownerUrl, appUrl };
}

async function withOwner(ownerUrl, use) {
  try {
    return await withClient(ownerUrl, use);
  } catch (error) {
    if (error.severity === undefined || error.prepared) throw error;
    throw new Error(`expected a database that this role owns and may log in to (${error.message})`, {
      cause: error,
    });
  }
}

async function knownRoles(client) {
  const { rows } = await client.query('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [
    Object.values(roles),
  ]);
  return new Set(rows.map(({ rolname }) => rolname));
}

/** The owner hands its scoped read functions to the reader, so it must be a member; superusers need no membership. */
async function joinReader(client) {
  const { rows } = await client.query(`SELECT pg_has_role(current_user, '${roles.reader}', 'SET') AS member`);
  if (!rows[0].member)
    await attempt(client, `GRANT ${roles.reader} TO CURRENT_USER WITH INHERIT TRUE, SET TRUE`);
}

async function attempt(client, statement) {
  try {
    await client.query(statement);
  } catch (cause) {
    if (cause.code !== '42501') throw cause;
    throw Object.assign(new Error(instructions(client), { cause }), {
      prepared: true,
      severity: cause.severity,
    });
  }
}

const instructions = (
  client,
) => `expected a role that may create roles, or roles made beforehand by a superuser:
    CREATE ROLE ${roles.app} LOGIN PASSWORD '…';
    CREATE ROLE ${roles.reader} NOLOGIN BYPASSRLS;
    GRANT ${roles.reader} TO ${client.escapeIdentifier(client.user)} WITH INHERIT TRUE, SET TRUE;
  With them, set DATABASE_OWNER_URL to this address and DATABASE_URL to the same one with the user ${roles.app}.`;

async function requireLogin(appUrl) {
  try {
    await withClient(appUrl, (client) => client.query('SELECT 1'));
  } catch (cause) {
    throw new Error(
      `the role ${roles.app} exists on that server with a password unknown here: set DATABASE_OWNER_URL to this ` +
        `address and DATABASE_URL to the same one with the user ${roles.app} and its password`,
      { cause },
    );
  }
}
