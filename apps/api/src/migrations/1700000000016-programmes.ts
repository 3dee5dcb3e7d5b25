import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an educational organization declares in its profile (domain.md §5): the programmes it teaches and the areas of
 * professional activity it trains for. No public source relates the two, so both are declared. Its levels stand in
 * `organizations.education_levels`: those of the programmes, and those declared without naming programmes.
 */
export class Programmes1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organization_programmes (
        organization_id uuid NOT NULL REFERENCES organizations,
        specialty_code text NOT NULL CHECK (specialty_code ~ '^[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}$'),
        -- as in the reference data; typed where the code is not there
        specialty_name text NOT NULL,
        level text NOT NULL
          CHECK (level IN ('SPO_WORKER', 'SPO_SPECIALIST', 'BACHELOR', 'SPECIALIST', 'MASTER', 'POSTGRADUATE')),
        PRIMARY KEY (organization_id, specialty_code)
      );
      -- who teaches a specialty
      CREATE INDEX programmes_by_specialty ON organization_programmes (specialty_code, organization_id);

      CREATE TABLE organization_areas (
        organization_id uuid NOT NULL REFERENCES organizations,
        area_code text NOT NULL CHECK (area_code ~ '^[0-9]{2}$'),
        PRIMARY KEY (organization_id, area_code)
      );
      -- who trains for an area
      CREATE INDEX organization_areas_by_area ON organization_areas (area_code, organization_id);
      -- few organizations declare levels, so those that did are found at once
      CREATE INDEX organizations_by_level ON organizations USING gin (education_levels)
        WHERE education_levels <> '{}';
    `);
    await runner.query(`
      -- Declared to everybody (domain.md §8.1), and only by the organization itself.
      ALTER TABLE organization_programmes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY readable ON organization_programmes FOR SELECT USING (true);
      CREATE POLICY own_insert ON organization_programmes FOR INSERT
        WITH CHECK (organization_id = app_organization());
      CREATE POLICY own_delete ON organization_programmes FOR DELETE USING (organization_id = app_organization());
      CREATE POLICY maintenance ON organization_programmes TO praktika_owner USING (true) WITH CHECK (true);

      ALTER TABLE organization_areas ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY readable ON organization_areas FOR SELECT USING (true);
      CREATE POLICY own_insert ON organization_areas FOR INSERT WITH CHECK (organization_id = app_organization());
      CREATE POLICY own_delete ON organization_areas FOR DELETE USING (organization_id = app_organization());
      CREATE POLICY maintenance ON organization_areas TO praktika_owner USING (true) WITH CHECK (true);

      GRANT SELECT, INSERT, DELETE ON organization_programmes, organization_areas TO praktika_app;
      -- matching runs as scheduled work too
      GRANT SELECT ON organization_programmes, organization_areas TO praktika_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
