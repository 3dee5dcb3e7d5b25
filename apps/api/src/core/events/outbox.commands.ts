import type { Statement } from '../database/index.js';

/** Number of the advisory lock that makes one relay the leader for the length of a transaction. */
export const RELAY_LOCK = 7_236_146;

export const LEAD: Statement = { name: 'relay.lead', text: 'SELECT pg_advisory_xact_lock($1)' };

/**
 * Gives the oldest waiting rows their places in their organizations' feeds. Values: how many rows at most. Answers
 * with one row per event, oldest first, and the number of outbox rows taken.
 *
 * A row is found by having no sequence, not by an id above a cursor: a transaction that took its id early and
 * commits late is simply found later. Rows of one document come in the order of their commits, because the command
 * holds the document's lock while it draws the id.
 */
export const SEQUENCE: Statement = {
  name: 'relay.sequence',
  text: `
    WITH batch AS (
      SELECT id, event_id, organization_id,
             row_number() OVER (PARTITION BY organization_id ORDER BY id) AS place,
             count(*) OVER (PARTITION BY organization_id) AS of
        FROM (SELECT id, event_id, organization_id FROM outbox WHERE sequence IS NULL ORDER BY id LIMIT $1) oldest),
    positions AS (
      INSERT INTO feed_positions (organization_id, last_sequence)
      SELECT organization_id, count(*) FROM batch GROUP BY organization_id
      ON CONFLICT (organization_id)
        DO UPDATE SET last_sequence = feed_positions.last_sequence + excluded.last_sequence
      RETURNING organization_id, last_sequence),
    sequenced AS (
      UPDATE outbox o SET sequence = p.last_sequence - b.of + b.place
        FROM batch b JOIN positions p USING (organization_id)
       WHERE o.id = b.id
      RETURNING o.id, o.event_id)
    SELECT event_id AS "eventId", count(*) AS rows FROM sequenced GROUP BY event_id ORDER BY min(id)`,
};

/** Events whose reactions are late. Values: older than when, how many at most. */
export const LATE: Statement = {
  name: 'relay.late',
  text: `SELECT event_id AS "eventId" FROM outbox
          WHERE handled_at IS NULL AND sequence IS NOT NULL AND at < $1
          GROUP BY event_id ORDER BY min(id) LIMIT $2`,
};

/** The instant of the oldest event that is not handled; NULL when there is none. */
export const OLDEST: Statement = {
  name: 'relay.oldest',
  text: 'SELECT min(at) AS at FROM outbox WHERE handled_at IS NULL',
};

/** Events with the organizations each concerns, in any order. Value: events. */
export const EVENTS: Statement = {
  name: 'events.read',
  text: `SELECT DISTINCT ON (event_id) event_id AS "eventId", type, object_type AS "objectType", object_id AS "objectId",
                actor_organization_id AS "actorOrganizationId", actor_person_id AS "actorPersonId",
                before, after, at, handled_at IS NOT NULL AS handled,
                ARRAY(SELECT organization_id FROM outbox o WHERE o.event_id = e.event_id ORDER BY o.id)
                  AS "organizationIds"
           FROM outbox e WHERE event_id = ANY ($1::uuid[]) ORDER BY event_id, id`,
};

/** Marks reactions done; a row for each that was not yet. Values: events, reactions in step with them, now. */
export const MARK_REACTIONS: Statement = {
  name: 'events.mark-reactions',
  text: `INSERT INTO reactions_done (event_id, reaction, at)
         SELECT event_id, reaction, $3 FROM unnest($1::uuid[], $2::text[]) due (event_id, reaction)
         ON CONFLICT DO NOTHING RETURNING event_id AS "eventId", reaction`,
};

/** Adds many events of one organization. Values: [{eventId, type, objectType, objectId, after}], organization, now, person. */
export const APPEND_ALL: Statement = {
  name: 'events.append-all',
  text: `INSERT INTO outbox (event_id, organization_id, type, object_type, object_id, after, at,
           actor_organization_id, actor_person_id)
         SELECT e."eventId", $2, e.type, e."objectType", e."objectId", e.after, $3, $2, $4
           FROM jsonb_to_recordset($1::jsonb) AS e ("eventId" uuid, type text, "objectType" text, "objectId" uuid,
             after jsonb)`,
};

/** A row for each that was not handled yet. Values: events, now. */
export const MARK_HANDLED: Statement = {
  name: 'events.mark-handled',
  text: `UPDATE outbox SET handled_at = $2 WHERE event_id = ANY ($1::uuid[]) AND handled_at IS NULL
         RETURNING event_id AS "eventId"`,
};

/**
 * Adds an event of one organization. Values: event, organization, type, object type, object, after, now, acting
 * organization and person (null when nobody's command wrote it).
 */
export const APPEND: Statement = {
  name: 'events.append',
  text: `INSERT INTO outbox (event_id, organization_id, type, object_type, object_id, after, at,
           actor_organization_id, actor_person_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
