import type { Statement } from '../../core/database/index.js';

/** Statements of a response's life; each runs inside one transaction under the actor's scope. */

/** Where a listing of the other side stands that was published at least once; held until the end. Value: listing. */
export const HOLD_LISTING: Statement = {
  name: 'listing-responses.hold-listing',
  text: 'SELECT status, unpublished_at AS "unpublishedAt" FROM hold_browsed_listing($1)',
};

/** The own listing of a response is held until the end. Value: listing. */
export const HOLD_OWN_LISTING: Statement = {
  name: 'listing-responses.hold-own-listing',
  text: 'SELECT status FROM listings WHERE id = $1 FOR SHARE',
};

/** Values: response, listing, whose listing, organization, terms, listing as it stands, person, now. */
export const INSERT_RESPONSE: Statement = {
  name: 'listing-responses.insert',
  text: `INSERT INTO listing_responses (id, listing_id, owner_id, organization_id, status, terms, listing, created_by,
           sent_at, updated_at)
         VALUES ($1, $2, $3, $4, 'SENT', $5, $6, $7, $8, $8)`,
};

/**
 * A move of the lifecycle; no row when somebody was faster. Values: response, status and version it was read in, the
 * status it gets, reason, responsible person (each NULL to leave it), now.
 */
export const MOVE_RESPONSE: Statement = {
  name: 'listing-responses.move',
  text: `UPDATE listing_responses SET status = $4,
           last_reason = coalesce($5::jsonb || jsonb_build_object('byName', (SELECT
             concat_ws(' ', surname, given_name, patronymic) FROM people WHERE id = app_person())), last_reason),
           responsible = coalesce($6, responsible), decided_at = $7, updated_at = $7, version = version + 1
          WHERE id = $1 AND status = $2 AND version = $3 RETURNING id`,
};

/** Makes the accepted application for practice. Values: response, application, terms, now. */
export const BECOME_APPLICATION: Statement = {
  name: 'listing-responses.become-application',
  text: 'SELECT application_of_response($1, $2, $3, $4) AS number',
};
