import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * «Справочник профессий» and «Предложенные профессии» (domain.md §4.8). The directory is read by everybody; a proposal
 * is its author's own, and the moderator's once it waits for moderation.
 */
export class Professions1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE professions (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        area_code text NOT NULL,
        specialty_codes text[] NOT NULL DEFAULT '{}',
        description text,
        duties text,
        -- lower case, ё as е, without quotes: the name, then the codes
        search_text text NOT NULL,
        -- out of the directory, but named by what was written with it
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX profession_name ON professions (area_code, lower(name)) WHERE archived_at IS NULL;
      CREATE INDEX professions_by_text ON professions USING gin (search_text gin_trgm_ops);

      GRANT SELECT, INSERT, UPDATE ON professions TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
