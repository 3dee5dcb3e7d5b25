import type { Statement } from '../../../core/database/index.js';

/** The organization to be invited. */
export interface InviteeRow {
  readonly name: string;
  readonly acting: boolean;
  /** Its public address; null when the registry knows none. */
  readonly email: string | null;
}

/** Value: organization. The platform's own is not among them. */
export const INVITEE: Statement = {
  name: 'invitations.invitee',
  text: `SELECT full_name AS name, acting, profile_email AS email FROM organizations
          WHERE id = $1 AND side <> 'PLATFORM'`,
};

/** Invitations of one organization are judged one after another. Value: inviter. */
export const LOCK_INVITATIONS: Statement = {
  name: 'invitations.lock',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('invitations:' || $1::text, 0))`,
};

/** The last one of the pair, and how many went out since an instant. Values: inviter, invitee, since when. */
export const SENT_BEFORE: Statement = {
  name: 'invitations.sent-before',
  text: `SELECT (SELECT max(sent_at) FROM organization_invitations
                  WHERE inviter_id = $1 AND organization_id = $2) AS last,
                (SELECT count(*)::int FROM organization_invitations
                  WHERE inviter_id = $1 AND sent_at > $3) AS recent`,
};

/** Values: id, inviter, invitee, address, person, now. */
export const ADD_INVITATION: Statement = {
  name: 'invitations.add',
  text: `INSERT INTO organization_invitations (id, inviter_id, organization_id, email, person_id, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
};

/** Who invited whom, for the letter. Value: invitation. */
export const INVITATION_FACTS: Statement = {
  name: 'invitations.facts',
  text: `SELECT json_build_object('name', coalesce(inviter.short_name, inviter.full_name), 'inn', inviter.inn) AS inviter,
                json_build_object('name', coalesce(invitee.short_name, invitee.full_name)) AS invitee,
                json_build_object('fullName', concat_ws(' ', p.surname, p.given_name, p.patronymic),
                  'position', m.position, 'phone', coalesce(m.phone, p.phone, inviter.phone), 'email', p.email) AS person
           FROM organization_invitations i
           JOIN organizations inviter ON inviter.id = i.inviter_id
           JOIN organizations invitee ON invitee.id = i.organization_id AND NOT invitee.acting
           JOIN people p ON p.id = i.person_id
           LEFT JOIN memberships m ON m.person_id = p.id AND m.organization_id = i.inviter_id AND m.ended_at IS NULL
          WHERE i.id = $1`,
};
