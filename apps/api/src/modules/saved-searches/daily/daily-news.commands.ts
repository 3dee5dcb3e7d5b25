import type { Statement } from '../../../core/database/index.js';

/** Number of the advisory lock under which one process at a time takes a page. */
export const NEWS_LOCK = 7_236_148;

export const TAKE_TURN: Statement = {
  name: 'saved-searches.take-turn',
  text: 'SELECT pg_advisory_xact_lock($1)',
};

/** A page may wait for another process's page and look through many listings. */
export const PAGEWISE: Statement = {
  name: 'saved-searches.pagewise',
  text: `SELECT set_config('lock_timeout', '30s', true), set_config('statement_timeout', '60s', true)`,
};

/** What one page did. */
export interface NewsPage {
  /** People told, with the organization whose bell has changed. */
  readonly told: number;
  readonly organizations: string[];
  /** New listings named, each once per person's search. */
  readonly listings: number;
  /** The last person of the page; NULL when there was none. */
  readonly lastOrganization: string | null;
  readonly lastPerson: string | null;
}

/** What a search asks of a listing `l`; a member that is absent asks nothing. */
const FITS = `
  (s.conditions -> 'type' IS NULL OR s.conditions -> 'type' ? l.type)
  AND (s.conditions -> 'areaCode' IS NULL OR s.conditions -> 'areaCode' ? l.area_code)
  AND (s.conditions -> 'regionCode' IS NULL OR s.conditions -> 'regionCode' ? l.region_code)
  AND (s.conditions -> 'level' IS NULL OR s.conditions -> 'level' ? l.level)
  AND (s.conditions -> 'professionId' IS NULL OR s.conditions -> 'professionId' ? l.profession_id::text)
  AND (s.conditions -> 'organizationId' IS NULL OR s.conditions -> 'organizationId' ? l.organization_id::text)
  AND (s.conditions -> 'from' IS NULL OR l.period_to >= (s.conditions ->> 'from')::date)
  AND (s.conditions -> 'to' IS NULL OR l.period_from <= (s.conditions ->> 'to')::date)
  AND (s.conditions -> 'pattern' IS NULL OR l.search_text LIKE s.conditions ->> 'pattern')`;

/**
 * One page of the daily message, all or nothing: the next people in the order of (organization, person) whose local
 * hour has come and who were not told on their local date; for each who has news the row of the day, the bell, the
 * letter, and for their searches how far they are told. Whoever has no news has no row, and is looked at again within
 * the hour. The unique keys make the message of a day exist once whoever runs.
 *
 * News is what was published after a search was told last. The newest seconds are left to the next run: a listing whose
 * transaction is still open would be passed by.
 *
 * Values: now; the date of a drill, or NULL for each organization's present date; hour; organization and person before
 * the page; people at most; up to when; listings counted per search; listings named per search.
 */
export const NEWS_PAGE: Statement = {
  name: 'saved-searches.news-page',
  text: `
    WITH page AS MATERIALIZED (
      SELECT DISTINCT organization_id, person_id FROM saved_searches
       WHERE notify AND (organization_id, person_id) > ($4::uuid, $5::uuid)
       ORDER BY organization_id, person_id LIMIT $6),
    last AS (SELECT organization_id, person_id FROM page ORDER BY organization_id DESC, person_id DESC LIMIT 1),
    due AS MATERIALIZED (
      SELECT page.organization_id, page.person_id, local.date,
             CASE o.side WHEN 'EMPLOYER' THEN 'EDUCATION' WHEN 'EDUCATION' THEN 'EMPLOYER' END AS browsed
        FROM page
        JOIN organizations o ON o.id = page.organization_id AND o.acting
        JOIN memberships m ON m.organization_id = page.organization_id AND m.person_id = page.person_id
          AND m.ended_at IS NULL
        JOIN people p ON p.id = page.person_id AND p.blocked_at IS NULL
       CROSS JOIN LATERAL (
         SELECT coalesce($2::date, ($1::timestamptz AT TIME ZONE o.time_zone)::date) AS date) local
       WHERE ($2::date IS NOT NULL OR extract(hour FROM $1::timestamptz AT TIME ZONE o.time_zone) >= $3)
         AND NOT EXISTS (SELECT FROM saved_search_days day
                          WHERE day.person_id = page.person_id AND day.organization_id = page.organization_id
                            AND day.local_date = local.date)),
    found AS MATERIALIZED (
      SELECT due.organization_id, due.person_id, due.date, s.name, news.found, news.listings
        FROM due
        JOIN saved_searches s ON s.organization_id = due.organization_id AND s.person_id = due.person_id AND s.notify
       CROSS JOIN LATERAL (
         SELECT count(*) AS found, (array_agg(id ORDER BY published_at DESC, id DESC))[1:$9] AS listings
           FROM (SELECT l.id, l.published_at FROM listings l
                  WHERE l.status = 'PUBLISHED' AND l.side = due.browsed
                    AND l.published_at > s.told_up_to AND l.published_at <= $7 AND ${FITS}
                  ORDER BY l.published_at DESC, l.id DESC LIMIT $8) newest) news
       WHERE news.found > 0),
    days AS (
      INSERT INTO saved_search_days (person_id, organization_id, local_date, news, told_at)
      SELECT person_id, organization_id, date,
             jsonb_agg(jsonb_build_object('name', name, 'found', found, 'listings', listings)
                       ORDER BY lower(name), name), $1
        FROM found GROUP BY person_id, organization_id, date
      ON CONFLICT DO NOTHING RETURNING person_id, organization_id, local_date, news),
    searches AS (
      UPDATE saved_searches s SET told_up_to = $7
        FROM days WHERE s.person_id = days.person_id AND s.organization_id = days.organization_id
         AND s.told_up_to < $7),
    bells AS (
      INSERT INTO notifications (organization_id, person_id, kind, object_title, local_date, occurred_at, created_at)
      SELECT organization_id, person_id, 'NEW_LISTINGS_FOUND',
             (SELECT string_agg('«' || (search ->> 'name') || '»: ' ||
                       CASE WHEN (search ->> 'found')::int >= $8 THEN ($8 - 1)::text || '+'
                            ELSE search ->> 'found' END, '; ')
                FROM jsonb_array_elements(news) search),
             local_date, $1, $1
        FROM days
      ON CONFLICT DO NOTHING),
    letters AS (
      INSERT INTO mails (key, organization_id, person_id, template, parameters, next_attempt_at, created_at)
      SELECT 'new-listings:' || organization_id || ':' || person_id || ':' || local_date, organization_id, person_id,
             'new-listings',
             jsonb_build_object('organizationId', organization_id, 'personId', person_id, 'date', local_date), $1, $1
        FROM days
      ON CONFLICT (key) DO NOTHING)
    SELECT (SELECT count(*)::int FROM days) AS told,
           ARRAY(SELECT DISTINCT organization_id FROM days) AS organizations,
           (SELECT coalesce(sum(least(found, $8)), 0)::int FROM found) AS listings,
           (SELECT organization_id FROM last) AS "lastOrganization",
           (SELECT person_id FROM last) AS "lastPerson"`,
};

/** What a day's message named, of what is still published. Values: person, organization, date. */
export const NEWS_OF_DAY: Statement = {
  name: 'saved-searches.news-of-day',
  text: `
    SELECT search ->> 'name' AS search, (search ->> 'found')::int AS found, l.id, l.title,
           coalesce(o.short_name, o.full_name) AS organization, l.region_code AS "regionCode", l.seats,
           l.period_from::text AS "from", l.period_to::text AS "to"
      FROM saved_search_days day
     CROSS JOIN LATERAL jsonb_array_elements(day.news) WITH ORDINALITY searches (search, place)
     CROSS JOIN LATERAL jsonb_array_elements_text(search -> 'listings') WITH ORDINALITY ids (id, rank)
      JOIN listings l ON l.id = ids.id::uuid AND l.status = 'PUBLISHED'
      JOIN organizations o ON o.id = l.organization_id
     WHERE day.person_id = $1 AND day.organization_id = $2 AND day.local_date = $3::date
     ORDER BY searches.place, ids.rank`,
};
