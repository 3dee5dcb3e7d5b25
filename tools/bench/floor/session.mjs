import { createHmac, timingSafeEqual } from 'node:crypto';

const STANDING = { name: 'floor.session', text: 'SELECT * FROM auth_session($1, $2, $3)' };
const LONGEST_IDLE = '30 minutes';

/**
 * The product's session lookup and nothing more: the cookie's JWT is checked, then PostgreSQL is asked whether the
 * session holds.
 *
 * @param pool of PostgreSQL
 * @param secret the JWT's key
 * @returns request → the session's row, or undefined
 */
export function createSessions(pool, secret) {
  return async ({ headers }) => {
    const claims = verified(/(?:^|; *)praktika=([^;]+)/.exec(headers.cookie ?? '')?.[1], secret);
    if (!claims) return undefined;
    const { rows } = await pool.query({ ...STANDING, values: [claims.sid, new Date(), LONGEST_IDLE] });
    return rows[0];
  };
}

function verified(token, secret) {
  const [head, body, signature] = token?.split('.') ?? [];
  if (!signature) return undefined;
  const wanted = createHmac('sha256', secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  const claims = JSON.parse(Buffer.from(body, 'base64url'));
  return claims.exp * 1000 > Date.now() ? claims : undefined;
}
