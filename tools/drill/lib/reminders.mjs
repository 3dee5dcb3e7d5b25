/** Documents whose signature is awaited, and whether each was reminded of exactly when it should be. */
import { withClient } from '../../postgres/index.mjs';

/**
 * Writes documents on both parties' desks, awaited for 0 to 20 days, with what a digest needs of them. Between the
 * pairs they are shared out evenly; half wait for the employer, half for the university.
 */
export async function writeAwaited(ownerUrl, { pairs, documents, now = new Date() }) {
  await withClient(ownerUrl, async (client) => {
    for (const { employer, university } of pairs) {
      const values = [
        employer.id,
        university.id,
        university.manager.id,
        Math.ceil(documents / pairs.length),
        now,
      ];
      await client.query(AWAITED, values);
    }
  });
}

const AWAITED = `
  WITH made AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS revision, gen_random_uuid() AS file, n,
           $5::timestamptz - n % 20 * interval '1 day' - n * 7919 % 86400 * interval '1 second' AS since
      FROM generate_series(1, $4::integer) n),
  files_made AS (
    INSERT INTO files (id, organization_id, sha256, size, name, media_type, created_at)
    SELECT file, $2, md5(id::text) || md5(file::text), 1000, 'Договор.pdf', 'application/pdf', since FROM made),
  documents_made AS (
    INSERT INTO documents (id, kind, status, employer_id, education_organization_id, author_side, current_revision_id,
      waiting_organization_id, waiting_since, first_sent_at, sent_for_signing_at, version, created_by, created_at,
      updated_at)
    SELECT id, 'PERIOD_CONTRACT', CASE WHEN n % 2 = 0 THEN 'ON_SIGNING' ELSE 'SIGNED_BY_RECIPIENT' END, $1::uuid,
           $2::uuid, 'EDUCATION', revision, CASE WHEN n % 2 = 0 THEN $1::uuid ELSE $2::uuid END, since, since, since, 2,
           $3, since, since
      FROM made)
  INSERT INTO revisions (id, document_id, revision_number, number, document_date, title, terms, terms_canonical,
    terms_sha256, files, main_file_id, main_file_sha256, sent_at)
  SELECT revision, id, 1, 'У-' || n, since::date, 'Договор на период практики № У-' || n, '{}', '{}', '', '[]', file,
         md5(id::text) || md5(file::text), since
    FROM made`;

/** Remembers who is awaited since when, before anything changes it. */
export const rememberAwaited = (ownerUrl) =>
  withClient(ownerUrl, (client) =>
    client.query(`
      CREATE TABLE drill_awaited AS
        SELECT d.id, d.waiting_organization_id AS organization_id,
               (d.waiting_since AT TIME ZONE o.time_zone)::date AS since, NULL::date AS last_day
          FROM documents d JOIN organizations o ON o.id = d.waiting_organization_id
         WHERE d.status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT')`),
  );

/** Documents that nobody awaits any more from the day after a date. */
export const forgetAwaited = (ownerUrl, documents, lastDay) =>
  withClient(ownerUrl, (client) =>
    client.query('UPDATE drill_awaited SET last_day = $2 WHERE id = ANY ($1)', [documents, lastDay]),
  );

/**
 * Compares the reminders and digests of some days with the rule: from day 4 of the waiting, one a day.
 *
 * @returns `{expected, digests, missing, extra, missingDigests, extraDigests}`, counts
 */
export async function compareReminders(ownerUrl, days) {
  return withClient(ownerUrl, async (client) => (await client.query(COMPARISON, [days])).rows[0]);
}

const COMPARISON = `
  WITH expected AS MATERIALIZED (
    SELECT a.id AS document_id, a.organization_id, day::date AS local_date
      FROM drill_awaited a CROSS JOIN unnest($1::date[]) day
     WHERE day - a.since >= 4 AND (a.last_day IS NULL OR day <= a.last_day)),
  told AS MATERIALIZED (
    SELECT document_id, organization_id, local_date FROM notifications
     WHERE kind = 'SIGNATURE_REMINDER' AND local_date = ANY ($1)),
  digests_expected AS MATERIALIZED (
    SELECT DISTINCT 'reminder-digest:' || organization_id || ':' || local_date AS key FROM expected),
  digests AS MATERIALIZED (
    SELECT key FROM mails WHERE template = 'reminder-digest' AND parameters ->> 'date' = ANY ($1::text[]))
  SELECT (SELECT count(*) FROM expected)::int AS expected,
         (SELECT count(*) FROM digests_expected)::int AS digests,
         (SELECT count(*) FROM (SELECT * FROM expected EXCEPT ALL SELECT * FROM told) x)::int AS missing,
         (SELECT count(*) FROM (SELECT * FROM told EXCEPT ALL SELECT * FROM expected) x)::int AS extra,
         (SELECT count(*) FROM (SELECT * FROM digests_expected EXCEPT ALL SELECT * FROM digests) x)::int
           AS "missingDigests",
         (SELECT count(*) FROM (SELECT * FROM digests EXCEPT ALL SELECT * FROM digests_expected) x)::int
           AS "extraDigests"`;

/** Calendar dates from a day on. @param first `YYYY-MM-DD` */
export const daysFrom = (first, count) =>
  Array.from({ length: count }, (_, day) =>
    new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10),
  );

/** Puts the comparison among a drill's checks. */
export function judgeReminders(result, { expected, digests, missing, extra, missingDigests, extraDigests }) {
  result.figure('reminders expected', expected);
  result.figure('digests expected', digests);
  result.check('something was to be reminded of', expected > 0 && digests > 0, expected);
  result.check('no reminder is missing', missing === 0, missing);
  result.check('no reminder is doubled or premature', extra === 0, extra);
  result.check('no digest is missing', missingDigests === 0, missingDigests);
  result.check('no digest is doubled or groundless', extraDigests === 0, extraDigests);
}
