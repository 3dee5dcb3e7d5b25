import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What came of each row of an imported table. A row is written together with what was made of it and with how far the
 * operation is, so its key is what keeps an import that was broken off from writing anything twice.
 */
export class Imports1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_rows (
        operation_id uuid NOT NULL REFERENCES operations ON DELETE CASCADE,
        -- its number in the file, counted from 1 with the headings
        row_number integer NOT NULL CHECK (row_number > 0),
        outcome text NOT NULL CHECK (outcome IN ('VALID', 'CREATED', 'UPDATED', 'UNCHANGED', 'REFUSED')),
        -- what the row names, for people
        label text NOT NULL,
        -- [{column, code, text}] of a refused one
        errors jsonb,
        -- what was made of it
        target_id uuid,
        PRIMARY KEY (operation_id, row_number)
      );
      CREATE INDEX import_rows_by_outcome ON import_rows (operation_id, outcome, row_number);

      ALTER TABLE import_rows ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON import_rows
        USING (EXISTS (SELECT FROM operations o WHERE o.id = operation_id))
        WITH CHECK (EXISTS (SELECT FROM operations o WHERE o.id = operation_id));
      CREATE POLICY maintenance ON import_rows TO praktika_owner USING (true) WITH CHECK (true);

      GRANT SELECT, INSERT ON import_rows TO praktika_app;
      GRANT SELECT ON import_rows TO praktika_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
