import type { Statement } from '../../../core/database/index.js';

/** One at a time per account: parallel guesses queue up behind each other's record. */
export const LOCK_ACCOUNT: Statement = {
  name: 'sign-in.lock-account',
  text: `SELECT pg_advisory_xact_lock(('x' || encode(substring($1::bytea FROM 1 FOR 8), 'hex'))::bit(64)::bigint)`,
};

/** Values: e-mail hash, remembered since, how many. Failures since the last success, newest first. */
export const ACCOUNT_FAILURES: Statement = {
  name: 'sign-in.account-failures',
  text: `SELECT at FROM sign_in_attempts a
          WHERE email_hash = $1 AND NOT succeeded AND at > $2
            AND NOT EXISTS (SELECT FROM sign_in_attempts s
                             WHERE s.email_hash = $1 AND s.succeeded AND s.at > $2 AND s.id > a.id)
          ORDER BY at DESC, id DESC LIMIT $3`,
};

/** Values: address, remembered since, how many. */
export const ADDRESS_FAILURES: Statement = {
  name: 'sign-in.address-failures',
  text: `SELECT at FROM sign_in_attempts WHERE ip = $1 AND at > $2 AND NOT succeeded ORDER BY at DESC LIMIT $3`,
};

export const RECORD_ATTEMPT: Statement = {
  name: 'sign-in.record-attempt',
  text: `INSERT INTO sign_in_attempts (email_hash, ip, succeeded, at) VALUES ($1, $2, $3, $4) RETURNING id`,
};

export const FORGET_ATTEMPT: Statement = {
  name: 'sign-in.forget-attempt',
  text: 'DELETE FROM sign_in_attempts WHERE id = $1',
};
