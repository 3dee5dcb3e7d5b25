import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * «Справочник профессий» and «Предложенные профессии» (domain.md §4.8), and the reference data that the moderator keeps.
 * The directory and the classifiers are public and read by everybody, the moderator's organization alone writes them; a
 * proposal is its author's own, and the moderator's once it waits for moderation.
 */
export class Professions1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE professional_areas (
        code text PRIMARY KEY CHECK (code ~ '^[0-9]{2}$'),
        -- what its history entries are about
        id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        -- not to be chosen any more, but named by what was written with it
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE specialties (
        code text PRIMARY KEY CHECK (code ~ '^[0-9]{2}[.][0-9]{2}[.][0-9]{2}$'),
        id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
        -- former names, by which it is found too
        other_names text[] NOT NULL DEFAULT '{}',
        -- told by the middle pair of the code (domain.md §3.2)
        level text NOT NULL,
        -- lower case, ё as е, without quotes: the code with and without its dots, the names
        search_text text NOT NULL,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE professions (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        area_code text NOT NULL REFERENCES professional_areas,
        specialty_codes text[] NOT NULL DEFAULT '{}',
        description text,
        duties text,
        -- lower case, ё as е, without quotes: the name, then the codes with and without their dots
        search_text text NOT NULL,
        -- out of the directory, but named by what was written with it
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX profession_name ON professions (area_code, lower(name)) WHERE archived_at IS NULL;
      CREATE INDEX professions_by_text ON professions USING gin (search_text gin_trgm_ops);
      CREATE INDEX professions_by_name ON professions (name, id);
      CREATE INDEX professions_by_area ON professions (area_code, name, id);

      CREATE TABLE profession_proposals (
        id uuid PRIMARY KEY,
        -- the organization that proposes
        author_id uuid NOT NULL REFERENCES organizations,
        status text NOT NULL CHECK (status IN ('DRAFT', 'PENDING_MODERATION', 'APPROVED', 'REJECTED', 'DELETED')),
        name text NOT NULL DEFAULT '' CHECK (length(name) <= 200),
        area_code text REFERENCES professional_areas,
        specialty_codes text[] NOT NULL DEFAULT '{}',
        description text,
        duties text,
        search_text text NOT NULL,
        -- JSON pointers of what it still lacks before it may be sent; kept with every save
        missing text[] NOT NULL DEFAULT '{}',
        -- {text, byName, at} of the last rejection
        last_reason jsonb,
        -- what it became in the directory
        profession_id uuid REFERENCES professions,
        submitted_at timestamptz,
        decided_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid REFERENCES people,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT proposal_sent_complete CHECK (
          status IN ('DRAFT', 'DELETED') OR (name <> '' AND area_code IS NOT NULL AND submitted_at IS NOT NULL)),
        CONSTRAINT proposal_outcome CHECK ((status = 'APPROVED') = (profession_id IS NOT NULL))
      );
      CREATE INDEX proposals_of_author ON profession_proposals (author_id, updated_at DESC, id DESC)
        WHERE status <> 'DELETED';
      -- the queue: who waits longest comes first
      CREATE INDEX proposals_pending ON profession_proposals (submitted_at, id) WHERE status = 'PENDING_MODERATION';
      CREATE INDEX proposals_moderated ON profession_proposals (updated_at DESC, id DESC)
        WHERE status IN ('PENDING_MODERATION', 'APPROVED', 'REJECTED');

      ALTER TABLE notifications ADD COLUMN proposal_id uuid REFERENCES profession_proposals;
    `);
    await runner.query(`
      -- Does the transaction's organization keep the reference data and decide on proposals?
      CREATE FUNCTION app_moderates() RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT FROM organizations WHERE id = app_organization() AND side = 'PLATFORM') $$;
      REVOKE ALL ON FUNCTION app_moderates() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_moderates() TO praktika_app, praktika_jobs, praktika_reader;

      ALTER TABLE professional_areas ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE specialties ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE professions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY everybody_reads ON professional_areas FOR SELECT USING (true);
      CREATE POLICY everybody_reads ON specialties FOR SELECT USING (true);
      CREATE POLICY everybody_reads ON professions FOR SELECT USING (true);
      CREATE POLICY moderator_adds ON professional_areas FOR INSERT WITH CHECK ((SELECT app_moderates()));
      CREATE POLICY moderator_adds ON specialties FOR INSERT WITH CHECK ((SELECT app_moderates()));
      CREATE POLICY moderator_adds ON professions FOR INSERT WITH CHECK ((SELECT app_moderates()));
      CREATE POLICY moderator_edits ON professional_areas FOR UPDATE USING ((SELECT app_moderates()));
      CREATE POLICY moderator_edits ON specialties FOR UPDATE USING ((SELECT app_moderates()));
      CREATE POLICY moderator_edits ON professions FOR UPDATE USING ((SELECT app_moderates()));
      -- what every installation begins with
      CREATE POLICY maintenance ON professional_areas TO praktika_owner USING (true) WITH CHECK (true);
      CREATE POLICY maintenance ON specialties TO praktika_owner USING (true) WITH CHECK (true);
      CREATE POLICY maintenance ON professions TO praktika_owner USING (true) WITH CHECK (true);

      ALTER TABLE profession_proposals ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY author_reads ON profession_proposals FOR SELECT USING (author_id = app_organization());
      CREATE POLICY author_adds ON profession_proposals FOR INSERT
        WITH CHECK (author_id = app_organization() AND status = 'DRAFT');
      CREATE POLICY author_edits ON profession_proposals FOR UPDATE
        USING (author_id = app_organization())
        WITH CHECK (author_id = app_organization() AND status IN ('DRAFT', 'PENDING_MODERATION', 'DELETED'));
      CREATE POLICY moderator_reads ON profession_proposals FOR SELECT
        USING (status IN ('PENDING_MODERATION', 'APPROVED', 'REJECTED') AND (SELECT app_moderates()));
      CREATE POLICY moderator_decides ON profession_proposals FOR UPDATE
        USING (status = 'PENDING_MODERATION' AND (SELECT app_moderates()))
        WITH CHECK (status IN ('APPROVED', 'REJECTED') AND (SELECT app_moderates()));

      CREATE POLICY maintenance ON profession_proposals TO praktika_owner USING (true) WITH CHECK (true);

      CREATE POLICY shared_proposal ON history_entries FOR SELECT USING (
        shared AND object_type = 'profession_proposal'
        AND EXISTS (SELECT FROM profession_proposals p WHERE p.id = object_id));

      GRANT SELECT, INSERT, UPDATE ON professional_areas, specialties, professions, profession_proposals
        TO praktika_app;
      GRANT SELECT ON professional_areas, specialties, professions, profession_proposals TO praktika_jobs;
      GRANT SELECT ON professional_areas, specialties, professions TO praktika_reader;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
