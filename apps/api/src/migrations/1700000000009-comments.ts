import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments on documents: append only, internal to an organization or shared by the two parties. */
export class Comments1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE comments (
        id uuid PRIMARY KEY,
        document_id uuid NOT NULL REFERENCES documents,
        -- the revision that stood when it was written
        revision_id uuid REFERENCES revisions,
        -- the first comment of its thread; a thread is internal or shared as a whole
        thread_id uuid NOT NULL REFERENCES comments,
        organization_id uuid NOT NULL REFERENCES organizations,
        person_id uuid REFERENCES people,
        person_name text NOT NULL,
        organization_name text NOT NULL,
        shared boolean NOT NULL,
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
        -- [{id, name}] of colleagues
        mentions jsonb NOT NULL DEFAULT '[]',
        at timestamptz NOT NULL
      );
      CREATE INDEX comments_of_document ON comments (document_id, at, id);

      ALTER TABLE comments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY readers ON comments FOR SELECT USING (
        (organization_id = app_organization() OR shared)
        AND EXISTS (SELECT FROM documents d WHERE d.id = document_id));
      CREATE POLICY writers ON comments FOR INSERT WITH CHECK (
        organization_id = app_organization() AND EXISTS (SELECT FROM documents d WHERE d.id = document_id));
      CREATE POLICY maintenance ON comments TO praktika_owner USING (true) WITH CHECK (true);

      GRANT SELECT, INSERT ON comments TO praktika_app;
      GRANT SELECT ON comments TO praktika_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
