import type { TokenScope } from '@praktika/contracts';
import type { Statement } from '../../core/database/index.js';

/** A token as lists show it: the token itself is kept nowhere. */
export interface ApiTokenRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly last_four: string;
  readonly scopes: TokenScope[];
  readonly created_at: string;
  readonly created_by_name: string;
  readonly expires_at: string;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
}

const COLUMNS = `t.id, t.name, t.prefix, t.last_four, t.scopes, t.created_at,
  concat_ws(' ', p.surname, p.given_name, p.patronymic) AS created_by_name,
  t.expires_at, t.last_used_at, t.revoked_at`;

/** Most tokens one answer lists, revoked and expired ones included. */
export const TOKENS_LIMIT = 200;

/** Values: organization, limit. Newest first. */
export const API_TOKENS: Statement = {
  name: 'api-tokens.list',
  text: `SELECT ${COLUMNS} FROM api_tokens t LEFT JOIN people p ON p.id = t.created_by
          WHERE t.organization_id = $1 ORDER BY t.created_at DESC, t.id DESC LIMIT $2`,
};

/** Values: organization, token. */
export const API_TOKEN: Statement = {
  name: 'api-tokens.one',
  text: `SELECT ${COLUMNS} FROM api_tokens t LEFT JOIN people p ON p.id = t.created_by
          WHERE t.organization_id = $1 AND t.id = $2`,
};
