import type { Role } from '@praktika/contracts';
import type { Statement } from '../../../core/database/index.js';

/** Who of the organization could have made a signature. */
export interface SignerRow {
  readonly personId: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly snils: string | null;
  readonly position: string | null;
}

/** The organization a signature must belong to, and who may have made it. */
export interface SigningPartyRow {
  readonly legal_form: string;
  readonly inn: string;
  readonly ogrn: string | null;
  readonly signers: readonly SignerRow[];
}

/**
 * Who may sign with the organization's own certificate: its head, or the sole proprietor (domain.md §0.9, §3.4).
 * An employee signs with a personal certificate and a power of attorney: that binding widens this list.
 */
export const SIGNING_ROLES: readonly Role[] = ['HEAD'];

/**
 * Whom a signature is compared with: the organization and the people with the right to sign, one of them when the
 * signer is known. $1 organization, $2 signing roles, $3 person or NULL
 */
export const SIGNING_PARTY: Statement = {
  name: 'signatures.signing-party',
  text: `SELECT o.legal_form, o.inn, o.ogrn,
           (SELECT coalesce(json_agg(json_build_object('personId', p.id, 'surname', p.surname,
                'givenName', p.given_name, 'patronymic', p.patronymic, 'snils', p.snils, 'position', m.position)
                ORDER BY m.started_at), '[]')
              FROM memberships m JOIN people p ON p.id = m.person_id AND p.blocked_at IS NULL
             WHERE m.organization_id = o.id AND m.ended_at IS NULL AND m.roles && $2::text[]
               AND ($3::uuid IS NULL OR p.id = $3)) AS signers
           FROM organizations o WHERE o.id = $1`,
};
