import type { OrganizationSide, Role, TokenScope } from '@praktika/contracts';
import type { Statement } from '../database/index.js';

/** Who a session stands for at an instant; organization members are null until «Войти как». */
export interface SessionRow {
  readonly person_id: string;
  readonly organization_id: string | null;
  readonly side: OrganizationSide | null;
  readonly roles: Role[];
  readonly time_zone: string | null;
  readonly must_change_password: boolean;
  readonly last_seen_at: string;
}

/** Values: session, now, longest idle time. No row: the session does not hold. */
export const SESSION_STANDING: Statement = {
  name: 'auth.session',
  text: 'SELECT * FROM auth_session($1, $2, $3)',
};

export const TOUCH_SESSION: Statement = {
  name: 'auth.touch-session',
  text: 'SELECT auth_touch_session($1, $2)',
};

/** An API token that holds, with its creator's roles of today. */
export interface TokenRow {
  readonly id: string;
  readonly organization_id: string;
  readonly side: OrganizationSide;
  readonly scopes: TokenScope[];
  readonly time_zone: string;
  readonly created_by: string;
  readonly creator_roles: Role[];
  readonly last_used_at: string | null;
}

/** Values: SHA-256 of the token, now. */
export const TOKEN_STANDING: Statement = {
  name: 'auth.token',
  text: 'SELECT * FROM auth_token($1, $2)',
};

export const TOUCH_TOKEN: Statement = {
  name: 'auth.touch-token',
  text: 'SELECT auth_touch_token($1, $2, $3)',
};
