import type { Statement } from '../../core/database/index.js';

/** Values: id, person, organization or null, now, absolute end, address, browser. */
export const OPEN_SESSION: Statement = {
  name: 'sign-in.open-session',
  text: `INSERT INTO sessions (id, person_id, organization_id, created_at, last_seen_at, expires_at, ip, user_agent)
         VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
};

/** A person has at most so many sessions; the oldest give way. Values: person, now, how many stay. */
export const END_SURPLUS_SESSIONS: Statement = {
  name: 'sign-in.end-surplus-sessions',
  text: `UPDATE sessions SET ended_at = $2
          WHERE person_id = $1 AND ended_at IS NULL AND id IN (
            SELECT id FROM sessions WHERE person_id = $1 AND ended_at IS NULL
             ORDER BY created_at DESC, id DESC OFFSET $3)`,
};

/** Values: session, person, organization. */
export const SCOPE_SESSION: Statement = {
  name: 'sign-in.scope-session',
  text: `UPDATE sessions SET organization_id = $3 WHERE id = $1 AND person_id = $2 AND ended_at IS NULL
         RETURNING created_at, expires_at`,
};

/** Values: session, person, now. */
export const END_SESSION: Statement = {
  name: 'sign-in.end-session',
  text: 'UPDATE sessions SET ended_at = $3 WHERE id = $1 AND person_id = $2 AND ended_at IS NULL',
};

/** Values: the session that stays, person, now. */
export const END_OTHER_SESSIONS: Statement = {
  name: 'sign-in.end-other-sessions',
  text: 'UPDATE sessions SET ended_at = $3 WHERE id <> $1 AND person_id = $2 AND ended_at IS NULL',
};

/** Values: person, hash, now. */
export const CHANGE_PASSWORD: Statement = {
  name: 'sign-in.change-password',
  text: `UPDATE people SET password_hash = $2, must_change_password = false, updated_at = $3 WHERE id = $1`,
};

/** The same password under today's parameters. Values: person, new hash, the hash it replaces. */
export const RENEW_HASH: Statement = {
  name: 'sign-in.renew-hash',
  text: 'UPDATE people SET password_hash = $2 WHERE id = $1 AND password_hash = $3',
};

/** A refused sign-in; of an unknown account nobody's name is known. Values: id, now, person, reason, address, request. */
export const JOURNAL_FAILURE: Statement = {
  name: 'sign-in.journal-failure',
  text: `INSERT INTO history_entries (id, at, person_id, person_name, type, payload, ip, request_id)
         VALUES ($1, $2, $3, (SELECT concat_ws(' ', surname, given_name, patronymic) FROM people WHERE id = $3),
                 'session.refused', jsonb_build_object('reason', $4::text), $5, $6)`,
};
