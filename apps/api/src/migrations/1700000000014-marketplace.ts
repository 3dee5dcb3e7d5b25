import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every order of published listings carries, so that filters are judged without fetching rows. */
const COVERING = `INCLUDE (status, organization_id, type, region_code, area_code, level, profession_id, seats,
  period_from, period_to) WHERE status = 'PUBLISHED'`;

/**
 * The marketplace (domain.md §4.7): listings and responses to them. A listing is its organization's own until it is
 * published; then the other side reads it, and anybody an employer's. A response is read by its two organizations.
 */
export class Marketplace1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE listings (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations,
        side text NOT NULL CHECK (side IN ('EMPLOYER', 'EDUCATION')),
        status text NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'UNPUBLISHED', 'DELETED')),
        -- among the organization's own, given when it is published first
        number integer CHECK (number > 0),
        title text NOT NULL,
        terms jsonb NOT NULL DEFAULT '{}',
        -- {person, phone, email}: for who is signed in
        contacts jsonb NOT NULL DEFAULT '{}',
        type text GENERATED ALWAYS AS (terms ->> 'applicationType') STORED,
        area_code text GENERATED ALWAYS AS (terms ->> 'areaCode') STORED,
        region_code text GENERATED ALWAYS AS (terms ->> 'regionCode') STORED,
        level text GENERATED ALWAYS AS (terms ->> 'level') STORED,
        seats integer GENERATED ALWAYS AS ((terms ->> 'seats')::integer) STORED
          CHECK (seats BETWEEN 1 AND 10000),
        profession_id uuid REFERENCES professions,
        period_from date,
        period_to date CHECK (period_to >= period_from),
        -- JSON pointers of what a publishable listing still lacks; kept with every save
        missing text[] NOT NULL DEFAULT '{}',
        -- lower case, ё as е, without quotes, a blank before each word; the organization's names among them
        search_text text NOT NULL,
        published_at timestamptz,
        unpublished_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid REFERENCES people,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT listing_published_complete CHECK (status <> 'PUBLISHED' OR (
          number IS NOT NULL AND published_at IS NOT NULL AND cardinality(missing) = 0 AND type IS NOT NULL
          AND area_code IS NOT NULL AND region_code IS NOT NULL AND seats IS NOT NULL AND period_from IS NOT NULL
          AND period_to IS NOT NULL))
      );
      CREATE UNIQUE INDEX listing_number ON listings (organization_id, number) WHERE number IS NOT NULL;
      CREATE INDEX listings_own ON listings (organization_id, updated_at DESC, id DESC) WHERE status <> 'DELETED';
      CREATE INDEX listings_newest ON listings (side, published_at DESC, id DESC) ${COVERING};
      CREATE INDEX listings_by_type ON listings (side, type, published_at DESC, id DESC) ${COVERING};
      CREATE INDEX listings_by_region ON listings (side, region_code, published_at DESC, id DESC) ${COVERING};
      CREATE INDEX listings_by_area ON listings (side, area_code, published_at DESC, id DESC) ${COVERING};
      CREATE INDEX listings_by_level ON listings (side, level, published_at DESC, id DESC) ${COVERING};
      CREATE INDEX listings_by_start ON listings (side, period_from, id) ${COVERING};
      CREATE INDEX listings_by_seats ON listings (side, seats DESC, id DESC) ${COVERING};
      CREATE INDEX listings_by_profession ON listings (side, profession_id, published_at DESC, id DESC)
        WHERE status = 'PUBLISHED';
      CREATE INDEX listings_by_organization ON listings (organization_id, published_at DESC, id DESC)
        WHERE status = 'PUBLISHED';
      CREATE INDEX listings_by_end ON listings (period_to) WHERE status = 'PUBLISHED';
      -- whoever publishes puts the text into the index at once; a search never goes through a list of new ones
      CREATE INDEX listings_search_places ON listings USING gin (search_text gin_trgm_ops) WITH (fastupdate = off)
        WHERE status = 'PUBLISHED' AND side = 'EMPLOYER';
      CREATE INDEX listings_search_needs ON listings USING gin (search_text gin_trgm_ops) WITH (fastupdate = off)
        WHERE status = 'PUBLISHED' AND side = 'EDUCATION';

      CREATE TABLE listing_responses (
        id uuid PRIMARY KEY,
        listing_id uuid NOT NULL REFERENCES listings,
        -- whose listing it is
        owner_id uuid NOT NULL REFERENCES organizations,
        -- who has responded
        organization_id uuid NOT NULL REFERENCES organizations CHECK (organization_id <> owner_id),
        status text NOT NULL CHECK (status IN ('SENT', 'ACCEPTED', 'REJECTED', 'WITHDRAWN')),
        terms jsonb NOT NULL,
        -- {title, number, side, terms}: what was responded to, as it stood then
        listing jsonb NOT NULL,
        responsible jsonb,
        last_reason jsonb,
        version integer NOT NULL DEFAULT 1,
        created_by uuid REFERENCES people,
        sent_at timestamptz NOT NULL,
        decided_at timestamptz,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX one_open_response ON listing_responses (listing_id, organization_id) WHERE status = 'SENT';
      CREATE INDEX listing_responses_of_listing ON listing_responses (listing_id, updated_at DESC, id DESC);
      CREATE INDEX listing_responses_incoming ON listing_responses (owner_id, updated_at DESC, id DESC);
      CREATE INDEX listing_responses_outgoing ON listing_responses (organization_id, updated_at DESC, id DESC);

      -- The application for practice that an accepted response has become.
      ALTER TABLE applications ADD COLUMN response_id uuid UNIQUE REFERENCES listing_responses;
      ALTER TABLE notifications ADD COLUMN listing_id uuid REFERENCES listings,
        ADD COLUMN listing_response_id uuid REFERENCES listing_responses;
    `);
    await runner.query(`
      -- Whose published listings the transaction's organization may browse; without one it is the public's. NULL: none.
      CREATE FUNCTION browsed_side() RETURNS text LANGUAGE sql STABLE AS $$
        SELECT CASE WHEN app_organization() IS NULL THEN 'EMPLOYER'
                    ELSE (SELECT CASE side WHEN 'EMPLOYER' THEN 'EDUCATION' WHEN 'EDUCATION' THEN 'EMPLOYER' END
                            FROM organizations WHERE id = app_organization()) END $$;

      ALTER TABLE listings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      -- asked once per statement, not once per listing
      CREATE POLICY own ON listings USING (organization_id = (SELECT app_organization()))
        WITH CHECK (organization_id = app_organization());
      CREATE POLICY published ON listings FOR SELECT
        USING (status = 'PUBLISHED' AND side = (SELECT browsed_side()));
      CREATE POLICY maintenance ON listings TO praktika_owner USING (true) WITH CHECK (true);

      ALTER TABLE listing_responses ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY parties ON listing_responses FOR SELECT
        USING (app_organization() IN (owner_id, organization_id));
      CREATE POLICY responds ON listing_responses FOR INSERT WITH CHECK (
        organization_id = app_organization() AND status = 'SENT' AND EXISTS (
          SELECT FROM listings l WHERE l.id = listing_id AND l.organization_id = owner_id AND l.status = 'PUBLISHED'));
      CREATE POLICY withdraws ON listing_responses FOR UPDATE
        USING (organization_id = app_organization() AND status = 'SENT')
        WITH CHECK (organization_id = app_organization() AND status = 'WITHDRAWN');
      CREATE POLICY decides ON listing_responses FOR UPDATE
        USING (owner_id = app_organization() AND status = 'SENT')
        WITH CHECK (owner_id = app_organization() AND status IN ('ACCEPTED', 'REJECTED'));
      CREATE POLICY maintenance ON listing_responses TO praktika_owner USING (true) WITH CHECK (true);

      CREATE POLICY shared_response ON history_entries FOR SELECT USING (
        shared AND object_type = 'listing_response'
        AND EXISTS (SELECT FROM listing_responses r WHERE r.id = object_id));

      GRANT SELECT, INSERT, UPDATE ON listings, listing_responses TO praktika_app;
      GRANT SELECT ON listings, listing_responses TO praktika_jobs;
      GRANT UPDATE ON listings TO praktika_jobs;
      GRANT SELECT, UPDATE ON listings TO praktika_reader;
      GRANT SELECT ON listing_responses TO praktika_reader;
      GRANT INSERT ON applications TO praktika_reader;
    `);
    await runner.query(`
      -- Published listings the transaction may browse that hold a pattern; for a text that many hold, a NULL among
      -- whatever else: it is not worth fetching. It runs past the policies, which would keep LIKE from its index, and is
      -- scoped by the same setting. p_sample newest are tested first: a text that every twentieth of them holds needs
      -- no index.
      CREATE FUNCTION listing_search(p_pattern text, p_sample integer, p_most integer) RETURNS SETOF uuid
        LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = public
        SET plan_cache_mode = force_custom_plan SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
        DECLARE
          browsed text := browsed_side();
          found bigint;
          common boolean;
        BEGIN
          SELECT count(*) > p_sample / 20 INTO common
            FROM (SELECT search_text FROM listings WHERE status = 'PUBLISHED' AND side = browsed
                   ORDER BY published_at DESC, id DESC LIMIT p_sample) newest
           WHERE search_text LIKE p_pattern;
          IF NOT common THEN
            RETURN QUERY SELECT id FROM listings
              WHERE status = 'PUBLISHED' AND side = browsed AND search_text LIKE p_pattern LIMIT p_most + 1;
            GET DIAGNOSTICS found = ROW_COUNT;
            common := found > p_most;
          END IF;
          IF common THEN
            RETURN NEXT NULL;
          END IF;
        END $$;

      -- Where a listing of the browsed side stands that was published at least once; it stays there until the end of
      -- the transaction. No row for what nobody outside its organization has ever seen.
      CREATE FUNCTION hold_browsed_listing(p_listing uuid) RETURNS TABLE (status text, unpublished_at timestamptz)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
          SELECT l.status, l.unpublished_at FROM listings l
           WHERE l.id = p_listing AND l.number IS NOT NULL AND l.status IN ('PUBLISHED', 'UNPUBLISHED')
             AND app_organization() IS NOT NULL AND l.side = browsed_side()
             FOR SHARE $$;

      -- The accepted application for practice an accepted response becomes. Its author is who has responded, so the
      -- owner of the listing could not write it; only the owner of an accepted response that has become none yet can
      -- call for it. Answers with its number among its author's.
      CREATE FUNCTION application_of_response(p_response uuid, p_application uuid, p_terms jsonb, p_now timestamptz)
        RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE
          r listing_responses%ROWTYPE;
          v_side text;
          v_number integer;
        BEGIN
          SELECT * INTO r FROM listing_responses
           WHERE id = p_response AND owner_id = app_organization() AND status = 'ACCEPTED';
          IF NOT FOUND THEN
            RETURN NULL;
          END IF;
          SELECT side INTO v_side FROM organizations WHERE id = r.organization_id;
          PERFORM pg_advisory_xact_lock(hashtextextended('application_numbers:' || r.organization_id::text, 0));
          SELECT coalesce(max(number), 0) + 1 INTO v_number FROM applications WHERE author_id = r.organization_id;
          INSERT INTO applications (id, kind, status, employer_id, education_organization_id, author_side, number, terms,
            expects_draft_contract, responsible, response_id, sent_at, decided_at, created_by, created_at, updated_at)
          VALUES (p_application, 'PRACTICE', 'ACCEPTED',
            CASE v_side WHEN 'EMPLOYER' THEN r.organization_id ELSE r.owner_id END,
            CASE v_side WHEN 'EMPLOYER' THEN r.owner_id ELSE r.organization_id END,
            v_side, v_number, p_terms, true, r.responsible, r.id, r.sent_at, p_now, r.created_by, p_now, p_now);
          RETURN v_number;
        END $$;

      ALTER FUNCTION listing_search(text, integer, integer) OWNER TO praktika_reader;
      ALTER FUNCTION hold_browsed_listing(uuid) OWNER TO praktika_reader;
      ALTER FUNCTION application_of_response(uuid, uuid, jsonb, timestamptz) OWNER TO praktika_reader;
      REVOKE ALL ON FUNCTION browsed_side(), listing_search(text, integer, integer), hold_browsed_listing(uuid),
        application_of_response(uuid, uuid, jsonb, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION browsed_side() TO praktika_app, praktika_reader;
      GRANT EXECUTE ON FUNCTION listing_search(text, integer, integer), hold_browsed_listing(uuid),
        application_of_response(uuid, uuid, jsonb, timestamptz) TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
