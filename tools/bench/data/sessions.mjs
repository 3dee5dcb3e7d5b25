import { createHmac, randomUUID } from 'node:crypto';
import { withClient } from '../../postgres/index.mjs';
import { secrets } from '../servers.mjs';

const HOURS = 8;

const PEOPLE = `
  SELECT m.organization_id, m.person_id FROM memberships m
   WHERE m.organization_id = ANY ($1::uuid[]) AND m.roles = ARRAY[$2]
     AND m.person_id = (SELECT min(person_id::text)::uuid FROM memberships o
                         WHERE o.organization_id = m.organization_id AND o.roles = m.roles)`;

const OPEN = `
  INSERT INTO sessions (id, person_id, organization_id, created_at, last_seen_at, expires_at)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $4::timestamptz[], $5::timestamptz[])`;

/**
 * Signs one person of each organization in.
 *
 * @param url the database, as superuser
 * @param organizations ids
 * @param role whose person: 'MANAGER' or 'HEAD'
 * @returns organization's id → `Cookie` header
 */
export async function signIn(url, organizations, role) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(PEOPLE, [organizations, role]);
    const now = new Date();
    const expires = new Date(now.getTime() + HOURS * 3_600_000);
    const sessions = rows.map((row) => ({ ...row, id: randomUUID() }));
    const column = (name) => sessions.map((session) => session[name]);
    const times = (time) => sessions.map(() => time);
    await client.query(OPEN, [
      ...[column('id'), column('person_id'), column('organization_id')],
      ...[times(now), times(expires)],
    ]);
    return new Map(sessions.map((session) => [session.organization_id, cookieOf(session, now, expires)]));
  });
}

/** The cookie as the product makes it: a JWT naming the session and the chosen organization. */
function cookieOf({ id, organization_id: org }, now, expires) {
  const seconds = (time) => Math.floor(time.getTime() / 1000);
  const claims = {
    ...{ sid: id, org, iat: seconds(now), exp: seconds(expires) },
    ...{ iss: 'praktika', aud: 'praktika-session' },
  };
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `praktika=${unsigned}.${createHmac('sha256', secrets.session).update(unsigned).digest('base64url')}`;
}
