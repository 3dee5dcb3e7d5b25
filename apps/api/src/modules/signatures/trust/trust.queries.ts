import type { Statement } from '../../../core/database/index.js';

export interface TrustedCertificateRow {
  readonly sha256: string;
  /** Null when the caller has it already. */
  readonly der: Buffer | null;
}

/** Certificates trusted now. $1 kind, $2 hashes already known */
export const TRUSTED_CERTIFICATES: Statement = {
  name: 'trust.certificates',
  text: `SELECT sha256, CASE WHEN sha256 = ANY ($2::text[]) THEN NULL ELSE der END AS der
           FROM trusted_certificates WHERE kind = $1 AND withdrawn_at IS NULL`,
};

/**
 * The newest revocation lists of every issuer that were out by an instant; a stale one is among them, so that a
 * report can say "stale" and not "missing". $1 kind, $2 instant, $3 hashes already known
 */
export const REVOCATION_LISTS: Statement = {
  name: 'trust.revocation-lists',
  text: `SELECT sha256, CASE WHEN sha256 = ANY ($3::text[]) THEN NULL ELSE der END AS der
           FROM (SELECT sha256, der, row_number() OVER (PARTITION BY issuer ORDER BY this_update DESC) AS age
                   FROM revocation_lists
                  WHERE kind = $1 AND this_update <= $2::timestamptz + interval '5 minutes') newest
          WHERE age <= 5`,
};

/** $1 id, $2 kind, $3 anchor, $4 subject, $5 der, $6 sha256, $7 instant */
export const ADD_CERTIFICATE: Statement = {
  name: 'trust.add-certificate',
  text: `INSERT INTO trusted_certificates (id, kind, anchor, subject, der, sha256, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (sha256) DO NOTHING`,
};

/** $1 hashes, $2 instant */
export const WITHDRAW_CERTIFICATES: Statement = {
  name: 'trust.withdraw-certificates',
  text: `UPDATE trusted_certificates SET withdrawn_at = $2 WHERE sha256 = ANY ($1::text[]) AND withdrawn_at IS NULL`,
};

/** $1 sha256, $2 kind, $3 issuer, $4 der, $5 this update, $6 next update, $7 instant */
export const ADD_REVOCATION_LIST: Statement = {
  name: 'trust.add-revocation-list',
  text: `INSERT INTO revocation_lists (sha256, kind, issuer, der, this_update, next_update, stored_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (sha256) DO NOTHING`,
};

/** When the newest list of the kind came out. $1 kind */
export const NEWEST_LIST: Statement = {
  name: 'trust.newest-list',
  text: 'SELECT max(this_update) AS newest FROM revocation_lists WHERE kind = $1',
};
