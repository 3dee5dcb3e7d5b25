import type { MigrationInterface, QueryRunner } from 'typeorm';

/** «Сохранённые виды»: named filters of the registry, a person's own or for the whole organization. */
export class RegistryViews1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registry_views (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations,
        -- whose it is: nobody else changes it
        person_id uuid NOT NULL REFERENCES people,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        -- read by every member of the organization
        shared boolean NOT NULL,
        -- the query of the registry without a place in it
        filters jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX registry_views_name ON registry_views (organization_id, person_id, lower(name));

      -- The view a person's registry opens with; it may be a colleague's.
      CREATE TABLE registry_view_defaults (
        organization_id uuid NOT NULL REFERENCES organizations,
        person_id uuid NOT NULL REFERENCES people,
        view_id uuid NOT NULL REFERENCES registry_views ON DELETE CASCADE,
        PRIMARY KEY (organization_id, person_id)
      );
      CREATE INDEX registry_view_defaults_of_view ON registry_view_defaults (view_id);

      ALTER TABLE registry_views ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY readers ON registry_views FOR SELECT USING (
        organization_id = app_organization() AND (shared OR person_id = app_person()));
      CREATE POLICY own_insert ON registry_views FOR INSERT
        WITH CHECK (organization_id = app_organization() AND person_id = app_person());
      CREATE POLICY own_update ON registry_views FOR UPDATE
        USING (organization_id = app_organization() AND person_id = app_person())
        WITH CHECK (organization_id = app_organization() AND person_id = app_person());
      CREATE POLICY own_delete ON registry_views FOR DELETE
        USING (organization_id = app_organization() AND person_id = app_person());
      CREATE POLICY maintenance ON registry_views TO praktika_owner USING (true) WITH CHECK (true);

      ALTER TABLE registry_view_defaults ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON registry_view_defaults
        USING (organization_id = app_organization() AND person_id = app_person())
        WITH CHECK (organization_id = app_organization() AND person_id = app_person()
          AND EXISTS (SELECT FROM registry_views v WHERE v.id = view_id));
      CREATE POLICY maintenance ON registry_view_defaults TO praktika_owner USING (true) WITH CHECK (true);

      GRANT SELECT, INSERT, UPDATE, DELETE ON registry_views, registry_view_defaults TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
