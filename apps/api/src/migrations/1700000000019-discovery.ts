import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How published listings find their readers: indexes that matching goes along, saved searches with the daily message
 * about what is new (as the daily reminder, domain.md §0.5), and when the public feed has last changed.
 */
export class Discovery1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- columns, not expressions: only what compares columns may go along an index below row-level security
      ALTER TABLE listings
        ADD COLUMN specialty_code text GENERATED ALWAYS AS (terms ->> 'specialtyCode') STORED,
        -- «укрупнённая группа»
        ADD COLUMN specialty_group text GENERATED ALWAYS AS (left(terms ->> 'specialtyCode', 2)) STORED;
      CREATE INDEX listings_by_specialty ON listings (side, specialty_code, published_at DESC, id DESC)
        INCLUDE (region_code, period_to) WHERE status = 'PUBLISHED';
      CREATE INDEX listings_by_specialty_group ON listings (side, specialty_group, published_at DESC, id DESC)
        INCLUDE (region_code, period_to) WHERE status = 'PUBLISHED';
      CREATE INDEX listings_taken_down ON listings (side, unpublished_at DESC) WHERE unpublished_at IS NOT NULL;

      ALTER TABLE organization_programmes
        ADD COLUMN specialty_group text GENERATED ALWAYS AS (left(specialty_code, 2)) STORED;
      CREATE INDEX programmes_by_group ON organization_programmes (specialty_group, organization_id);
      -- few organizations declare what they teach
      CREATE INDEX organizations_declared_in_region ON organizations (region_code, id)
        WHERE education_levels <> '{}';

      CREATE TABLE saved_searches (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations,
        person_id uuid NOT NULL REFERENCES people,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        -- the query of published listings without a place in the list
        filters jsonb NOT NULL,
        -- the same as the daily message asks it: districts as their regions, the text as a pattern of LIKE
        conditions jsonb NOT NULL,
        -- «Сообщать о новых»
        notify boolean NOT NULL,
        -- what was published up to this instant is no news
        told_up_to timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX saved_searches_name ON saved_searches (organization_id, person_id, lower(name));
      CREATE INDEX saved_searches_to_tell ON saved_searches (organization_id, person_id) WHERE notify;

      -- One row per person, organization and local date with news: the message of the day exists once, whatever crashes
      -- or runs twice.
      CREATE TABLE saved_search_days (
        person_id uuid NOT NULL REFERENCES people,
        organization_id uuid NOT NULL REFERENCES organizations,
        local_date date NOT NULL,
        -- [{name, found, listings: [id, newest first]}]
        news jsonb NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, organization_id, local_date)
      );
      CREATE UNIQUE INDEX notifications_of_new_listings ON notifications (person_id, organization_id, local_date)
        WHERE kind = 'NEW_LISTINGS_FOUND';

      -- a letter to one person, not to the organization's address
      ALTER TABLE mails ADD COLUMN person_id uuid REFERENCES people;
      DROP POLICY own ON mails;
      CREATE POLICY own ON mails FOR SELECT USING (
        organization_id = app_organization() AND (person_id IS NULL OR person_id = app_person()));

      ALTER TABLE saved_searches ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON saved_searches
        USING (organization_id = app_organization() AND person_id = app_person())
        WITH CHECK (organization_id = app_organization() AND person_id = app_person());
      CREATE POLICY maintenance ON saved_searches TO praktika_owner USING (true) WITH CHECK (true);

      ALTER TABLE saved_search_days ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON saved_search_days FOR SELECT
        USING (organization_id = app_organization() AND person_id = app_person());
      CREATE POLICY maintenance ON saved_search_days TO praktika_owner USING (true) WITH CHECK (true);

      GRANT SELECT, INSERT, UPDATE, DELETE ON saved_searches TO praktika_app;
      GRANT SELECT, UPDATE ON saved_searches TO praktika_jobs;
      GRANT SELECT, INSERT ON saved_search_days TO praktika_jobs;
    `);
    await runner.query(`
      -- When what anybody may read of places has last changed. What is no longer published is nobody's to read, so
      -- without this nobody could tell that something has left the list.
      CREATE FUNCTION places_changed_at() RETURNS timestamptz
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
          SELECT greatest(
            (SELECT max(published_at) FROM listings WHERE status = 'PUBLISHED' AND side = 'EMPLOYER'),
            (SELECT max(unpublished_at) FROM listings WHERE unpublished_at IS NOT NULL AND side = 'EMPLOYER')) $$;
      ALTER FUNCTION places_changed_at() OWNER TO praktika_reader;
      REVOKE ALL ON FUNCTION places_changed_at() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION places_changed_at() TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
