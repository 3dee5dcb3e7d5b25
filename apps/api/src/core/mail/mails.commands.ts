import type { Statement } from '../database/index.js';

/** Values: key, organization, template, parameters, now, addressee or NULL. No row when the key is taken: the mail is known already. */
export const QUEUE_MAIL: Statement = {
  name: 'mail.queue',
  text: `INSERT INTO mails (key, organization_id, template, parameters, next_attempt_at, created_at, addressee)
         VALUES ($1, $2, $3, $4, $5, $5, $6) ON CONFLICT (key) DO NOTHING RETURNING id`,
};

/** Mails whose turn has come. Values: now, how many at most. */
export const DUE_MAILS: Statement = {
  name: 'mail.due',
  text: `SELECT id, attempts FROM mails WHERE status = 'QUEUED' AND next_attempt_at <= $1
          ORDER BY next_attempt_at LIMIT $2`,
};

/** A mail taken by one sender until its lease ends. */
export interface ClaimedMail {
  readonly id: string;
  readonly key: string;
  /** Who is told when it cannot be delivered; nobody for a letter to one person. */
  readonly organizationId: string | null;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Attempts including this one. */
  readonly attempts: number;
  readonly createdAt: string;
  readonly recipient: string | null;
}

/** Values: mail, now, end of the lease. No row when another sender has it or it is settled. */
export const CLAIM_MAIL: Statement = {
  name: 'mail.claim',
  text: `UPDATE mails m SET attempts = attempts + 1, next_attempt_at = $3
          WHERE id = $1 AND status = 'QUEUED' AND next_attempt_at <= $2
         RETURNING id, key, CASE WHEN person_id IS NULL THEN organization_id END AS "organizationId", template,
           parameters, attempts, created_at AS "createdAt",
           CASE WHEN person_id IS NULL
                THEN coalesce(m.addressee, (SELECT o.profile_email FROM organizations o WHERE o.id = m.organization_id))
                ELSE (SELECT p.email FROM people p WHERE p.id = m.person_id) END AS recipient`,
};

/** Keeps what is about to be sent. Values: mail, recipient, subject, text, HTML. */
export const KEEP_LETTER: Statement = {
  name: 'mail.keep-letter',
  text: 'UPDATE mails SET recipient = $2, subject = $3, text_body = $4, html_body = $5 WHERE id = $1',
};

/** Values: mail, status, reason, now. */
export const SETTLE_MAIL: Statement = {
  name: 'mail.settle',
  text: `UPDATE mails SET status = $2, last_error = $3, sent_at = CASE WHEN $2 = 'SENT' THEN $4::timestamptz END
          WHERE id = $1 AND status = 'QUEUED'`,
};

/** Values: mail, reason, next attempt. */
export const POSTPONE_MAIL: Statement = {
  name: 'mail.postpone',
  text: `UPDATE mails SET last_error = $2, next_attempt_at = $3 WHERE id = $1 AND status = 'QUEUED'`,
};

/** Values: how many at most. */
export const DEMO_MAILS: Statement = { name: 'mail.demo', text: 'SELECT * FROM demo_mails($1)' };

export const DEMO_EXISTS: Statement = {
  name: 'mail.demo-exists',
  text: 'SELECT EXISTS (SELECT FROM organizations WHERE demo) AS exists',
};
