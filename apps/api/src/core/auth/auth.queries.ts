import type { OrganizationSide, Role, TokenScope } from '@praktika/contracts';
import type { ReadAlong } from '../access/index.js';
import type { Statement } from '../database/index.js';

/** What a route reads along, in the row of the caller's standing. */
interface AlongRow {
  readonly along?: unknown;
}

/** Who a session stands for at an instant; organization members are null until «Войти как». */
export interface SessionRow extends AlongRow {
  readonly person_id: string;
  readonly organization_id: string | null;
  readonly side: OrganizationSide | null;
  readonly roles: Role[];
  readonly time_zone: string | null;
  readonly must_change_password: boolean;
  readonly last_seen_at: string;
}

/**
 * The statement of a caller's standing, and those that answer beside it what a route reads along.
 *
 * @param call the function that tells the standing; @param along the place of the object's id among the values
 */
function standingBy(name: string, call: string, along: string): (read?: ReadAlong) => Statement {
  const alone = { name, text: `SELECT * FROM ${call}` };
  const made = new WeakMap<ReadAlong, Statement>();
  return (read) => {
    if (read === undefined) return alone;
    const statement = made.get(read) ?? {
      name: `${name}+${read.name}`,
      text: `SELECT *, ${read.call('organization_id', along)} AS along FROM ${call}`,
    };
    made.set(read, statement);
    return statement;
  };
}

/** Values: session, now, longest idle time, the id of what is read along. No row: the session does not hold. */
export const sessionStanding = standingBy('auth.session', 'auth_session($1, $2, $3)', '$4');

export const TOUCH_SESSION: Statement = {
  name: 'auth.touch-session',
  text: 'SELECT auth_touch_session($1, $2)',
};

/** An API token that holds, with its creator's roles of today. */
export interface TokenRow extends AlongRow {
  readonly id: string;
  readonly organization_id: string;
  readonly side: OrganizationSide;
  readonly scopes: TokenScope[];
  readonly time_zone: string;
  readonly created_by: string;
  readonly creator_roles: Role[];
  readonly last_used_at: string | null;
}

/** Values: SHA-256 of the token, now, the id of what is read along. */
export const tokenStanding = standingBy('auth.token', 'auth_token($1, $2)', '$3');

export const TOUCH_TOKEN: Statement = {
  name: 'auth.touch-token',
  text: 'SELECT auth_touch_token($1, $2, $3)',
};
