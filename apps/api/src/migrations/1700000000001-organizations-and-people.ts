import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Organizations, people, their memberships and partnerships, and the ground of row-level security: the two
 * settings every policy reads, and the roles that stand behind them (architecture.md, "Actor").
 */
export class OrganizationsAndPeople1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS btree_gin;

      -- Who asks, as set inside the transaction; NULL when nobody: no policy then lets a row through.
      CREATE FUNCTION app_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.organization', true), '')::uuid $$;
      CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;

      CREATE TABLE organizations (
        id uuid PRIMARY KEY,
        side text NOT NULL CHECK (side IN ('EMPLOYER', 'EDUCATION', 'PLATFORM')),
        legal_form text NOT NULL
          CHECK (legal_form IN ('LEGAL_ENTITY', 'SOLE_PROPRIETOR', 'STATE_BODY', 'BRANCH', 'OTHER')),
        full_name text NOT NULL,
        short_name text,
        inn text NOT NULL,
        ogrn text,
        kpp text,
        region_code text,
        city text,
        legal_address text,
        okved text,
        site text,
        phone text,
        profile_email text,
        time_zone text NOT NULL DEFAULT 'Europe/Moscow',
        education_type text CHECK (education_type IN ('HIGHER', 'VOCATIONAL', 'OTHER')),
        education_levels text[] NOT NULL DEFAULT '{}',
        licence_number text,
        -- false: known from the public registry only, nobody signs in for it
        acting boolean NOT NULL DEFAULT false,
        demo boolean NOT NULL DEFAULT false,
        search_text text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT organizations_acting_complete CHECK (NOT acting OR (ogrn IS NOT NULL AND profile_email IS NOT NULL))
      );
      CREATE UNIQUE INDEX organizations_identity ON organizations (side, inn, coalesce(kpp, ''));
      CREATE INDEX organizations_by_name ON organizations (side, full_name, id);
      -- one for each side: a registry shows one of them, and words of the other's names are no part of it
      CREATE INDEX organizations_search_employers ON organizations USING gin (search_text gin_trgm_ops)
        WITH (fastupdate = off) WHERE side = 'EMPLOYER';
      CREATE INDEX organizations_search_education ON organizations USING gin (search_text gin_trgm_ops)
        WITH (fastupdate = off) WHERE side = 'EDUCATION';

      CREATE TABLE people (
        id uuid PRIMARY KEY,
        surname text NOT NULL,
        given_name text NOT NULL,
        patronymic text,
        email text NOT NULL,
        snils text,
        inn text,
        phone text,
        password_hash text,
        must_change_password boolean NOT NULL DEFAULT false,
        blocked_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX people_email ON people (lower(email));
      CREATE UNIQUE INDEX people_snils ON people (snils) WHERE snils IS NOT NULL;

      CREATE TABLE memberships (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations,
        person_id uuid NOT NULL REFERENCES people,
        roles text[] NOT NULL CHECK (cardinality(roles) > 0),
        position text,
        phone text,
        department_id uuid,
        started_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX memberships_active ON memberships (organization_id, person_id) WHERE ended_at IS NULL;
      CREATE INDEX memberships_of_person ON memberships (person_id) WHERE ended_at IS NULL;

      CREATE TABLE partnerships (
        id uuid PRIMARY KEY,
        employer_id uuid NOT NULL REFERENCES organizations,
        education_organization_id uuid NOT NULL REFERENCES organizations,
        status text NOT NULL CHECK (status IN ('ACTIVE', 'ENDED')),
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text,
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX partnerships_active ON partnerships (employer_id, education_organization_id)
        WHERE status = 'ACTIVE';
      CREATE INDEX partnerships_of_education ON partnerships (education_organization_id);

      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people,
        organization_id uuid REFERENCES organizations,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        ip inet,
        user_agent text
      );
      CREATE INDEX sessions_of_person ON sessions (person_id) WHERE ended_at IS NULL;

      CREATE TABLE sign_in_attempts (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        email_hash bytea NOT NULL,
        ip inet,
        succeeded boolean NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_attempts_recent ON sign_in_attempts (email_hash, at);
      CREATE INDEX sign_in_attempts_by_address ON sign_in_attempts (ip, at);

      CREATE TABLE api_tokens (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations,
        name text NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        prefix text NOT NULL,
        last_four text NOT NULL,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        created_by uuid NOT NULL REFERENCES people,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        last_used_ip inet,
        revoked_at timestamptz,
        revoked_by uuid REFERENCES people
      );
      CREATE INDEX api_tokens_of_organization ON api_tokens (organization_id, created_at DESC);

      -- What the installation knows of itself: how far the demo's seed came, the hash of the set-up link. The
      -- owner's alone: no policy lets anybody else in; the functions of the set-up answer for the link.
      CREATE TABLE installation_facts (
        name text PRIMARY KEY,
        value jsonb NOT NULL,
        at timestamptz NOT NULL
      );
    `);
    await runner.query(`
      ALTER TABLE organizations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      -- The public part of every organization is readable by all (domain.md §8.1): which columns leave is the
      -- query's business. Only its own people change it.
      CREATE POLICY readable ON organizations FOR SELECT USING (true);
      CREATE POLICY own ON organizations FOR UPDATE USING (id = app_organization());

      ALTER TABLE people ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_or_colleague ON people FOR SELECT USING (
        id = app_person() OR EXISTS (
          SELECT FROM memberships m WHERE m.person_id = people.id AND m.organization_id = app_organization()));
      CREATE POLICY own_edit ON people FOR UPDATE USING (id = app_person());
      CREATE POLICY added_by_organization ON people FOR INSERT WITH CHECK (app_organization() IS NOT NULL);

      ALTER TABLE memberships ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON memberships
        USING (organization_id = app_organization())
        WITH CHECK (organization_id = app_organization());
      CREATE POLICY mine ON memberships FOR SELECT USING (person_id = app_person());

      ALTER TABLE partnerships ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON partnerships USING (app_organization() IN (employer_id, education_organization_id));

      ALTER TABLE sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON sessions USING (person_id = app_person()) WITH CHECK (person_id = app_person());

      ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY anybody_counts ON sign_in_attempts USING (true) WITH CHECK (true);

      ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON api_tokens
        USING (organization_id = app_organization())
        WITH CHECK (organization_id = app_organization());

      ALTER TABLE installation_facts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

      GRANT SELECT, UPDATE ON organizations TO praktika_app;
      GRANT SELECT, INSERT, UPDATE ON people, memberships, sessions, api_tokens TO praktika_app;
      GRANT SELECT ON partnerships TO praktika_app;
      GRANT SELECT, INSERT, DELETE ON sign_in_attempts TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
