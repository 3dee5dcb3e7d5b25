import type { Statement } from '../../core/database/index.js';

/** Statements of a listing's life; each runs inside one transaction under the actor's scope. */

/** What a listing is found by: its own words, and the names of its organization ($2). */
const SEARCH_TEXT = (words: string) =>
  `' ' || normalize_search(${words}) || ' ' || (SELECT search_text FROM organizations WHERE id = $2)`;

/**
 * Values: id, organization, side, title, terms, contacts, profession, first and last day, missing, words, person, now.
 */
export const INSERT_LISTING: Statement = {
  name: 'listings.insert',
  text: `INSERT INTO listings (id, organization_id, side, status, title, terms, contacts, profession_id, period_from,
           period_to, missing, search_text, created_by, created_at, updated_at)
         VALUES ($1, $2, $3, 'DRAFT', $4, $5, $6, $7, $8, $9, $10, ${SEARCH_TEXT('$11')}, $12, $13, $13)`,
};

/**
 * Values: listing, organization, expected version, title, terms, contacts, profession, first and last day, missing,
 * words, now.
 */
export const UPDATE_LISTING: Statement = {
  name: 'listings.update',
  text: `UPDATE listings SET title = $4, terms = $5, contacts = $6, profession_id = $7, period_from = $8, period_to = $9,
           missing = $10, search_text = ${SEARCH_TEXT('$11')}, updated_at = $12, version = version + 1
          WHERE id = $1 AND organization_id = $2 AND version = $3 AND status IN ('DRAFT', 'UNPUBLISHED') RETURNING id`,
};

/** A profession of the directory. Value: its id. */
export const PROFESSION: Statement = {
  name: 'listings.profession',
  text: 'SELECT name, area_code AS "areaCode" FROM professions WHERE id = $1 AND archived_at IS NULL',
};

/** Numbers of one organization are given one after another. Value: organization. */
export const LOCK_NUMBERS: Statement = {
  name: 'listings.lock-numbers',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('listing_numbers:' || $1::text, 0))`,
};

/** The number a listing keeps, or gets. Values: organization, listing. */
export const NUMBER: Statement = {
  name: 'listings.number',
  text: `SELECT coalesce(l.number, (SELECT coalesce(max(number), 0) + 1 FROM listings WHERE organization_id = $1))
           AS number FROM listings l WHERE l.id = $2`,
};

/**
 * A move of the lifecycle; no row when somebody was faster. Values: listing, status and version it was read in, the
 * status it gets, its number (NULL to leave it), now.
 */
export const MOVE_LISTING: Statement = {
  name: 'listings.move',
  text: `UPDATE listings SET status = $4, number = coalesce($5, number),
           published_at = CASE $4 WHEN 'PUBLISHED' THEN $6 ELSE published_at END,
           unpublished_at = CASE $4 WHEN 'UNPUBLISHED' THEN $6 ELSE unpublished_at END,
           updated_at = $6, version = version + 1
          WHERE id = $1 AND status = $2 AND version = $3 RETURNING id`,
};
