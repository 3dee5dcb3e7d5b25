import type { Statement } from '../../core/database/index.js';

/** Tokens are issued one at a time per organization, so that the limit holds. */
export const LOCK_ORGANIZATION: Statement = {
  name: 'api-tokens.lock-organization',
  text: 'SELECT id FROM organizations WHERE id = $1 FOR UPDATE',
};

/** Values: organization, now. */
export const COUNT_ACTIVE: Statement = {
  name: 'api-tokens.count-active',
  text: `SELECT count(*) AS active FROM api_tokens
          WHERE organization_id = $1 AND revoked_at IS NULL AND expires_at > $2`,
};

/** Values: id, organization, name, hash, prefix, last four, scopes, person, now, expiry. */
export const ISSUE_TOKEN: Statement = {
  name: 'api-tokens.issue',
  text: `INSERT INTO api_tokens (id, organization_id, name, token_hash, prefix, last_four, scopes, created_by,
           created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

/** Values: organization, token, now, person. No row when it was revoked already. */
export const REVOKE_TOKEN: Statement = {
  name: 'api-tokens.revoke',
  text: `UPDATE api_tokens SET revoked_at = $3, revoked_by = $4
          WHERE organization_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id`,
};
