import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Applications for partnership and for practice (domain.md §4.5–4.6). A draft is its author's alone; what has been
 * sent is read by both and never edited again.
 */
export class Applications1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('PARTNERSHIP', 'PRACTICE')),
        status text NOT NULL CHECK (status IN ('DRAFT', 'SENT', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'DELETED')),
        employer_id uuid NOT NULL REFERENCES organizations,
        education_organization_id uuid NOT NULL REFERENCES organizations,
        author_side text NOT NULL CHECK (author_side IN ('EMPLOYER', 'EDUCATION')),
        author_id uuid NOT NULL GENERATED ALWAYS AS
          (CASE author_side WHEN 'EMPLOYER' THEN employer_id ELSE education_organization_id END) STORED,
        recipient_id uuid NOT NULL GENERATED ALWAYS AS
          (CASE author_side WHEN 'EMPLOYER' THEN education_organization_id ELSE employer_id END) STORED,
        -- among the author's own, given when it is sent
        number integer CHECK (number > 0),
        terms jsonb NOT NULL DEFAULT '{}',
        -- JSON pointers of what a sendable application still lacks; kept with every save
        missing text[] NOT NULL DEFAULT '{}',
        -- either the draft of a contract is awaited from the educational organization, or a file is attached
        expects_draft_contract boolean NOT NULL DEFAULT false,
        file_id uuid REFERENCES files,
        -- {fileId, name, size, mediaType, sha256}: what the recipient reads of a file that is not its own
        file jsonb CHECK ((file IS NULL) = (file_id IS NULL)),
        responsible jsonb,
        last_reason jsonb,
        sent_at timestamptz,
        decided_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid REFERENCES people,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT application_file_or_draft CHECK (NOT (expects_draft_contract AND file_id IS NOT NULL)),
        CONSTRAINT application_sent_complete CHECK (
          status IN ('DRAFT', 'DELETED') OR (number IS NOT NULL AND sent_at IS NOT NULL
            AND (expects_draft_contract OR file_id IS NOT NULL)))
      );
      CREATE INDEX applications_outgoing ON applications (author_id, updated_at DESC, id DESC)
        WHERE status <> 'DELETED';
      CREATE INDEX applications_incoming ON applications (recipient_id, updated_at DESC, id DESC)
        WHERE status NOT IN ('DRAFT', 'DELETED');
      CREATE INDEX applications_of_pair ON applications (employer_id, education_organization_id, updated_at DESC);
      CREATE INDEX applications_by_file ON applications (file_id) WHERE file_id IS NOT NULL;
      CREATE UNIQUE INDEX application_number ON applications (author_id, number) WHERE number IS NOT NULL;
      -- One application for partnership at a time between two organizations, whichever has sent it (domain.md §4.5).
      CREATE UNIQUE INDEX one_open_partnership_application ON applications (employer_id, education_organization_id)
        WHERE kind = 'PARTNERSHIP' AND status = 'SENT';

      -- Which application a contract was drafted from; one living contract for each.
      ALTER TABLE documents ADD COLUMN application_id uuid REFERENCES applications;
      CREATE INDEX documents_by_application ON documents (application_id) WHERE application_id IS NOT NULL;
      CREATE UNIQUE INDEX one_contract_of_application ON documents (application_id)
        WHERE application_id IS NOT NULL AND status NOT IN ('PROJECT_REJECTED', 'WITHDRAWN', 'DELETED');
    `);
    await runner.query(`
      ALTER TABLE applications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY author ON applications
        USING (author_id = app_organization()) WITH CHECK (author_id = app_organization());
      CREATE POLICY recipient ON applications FOR SELECT
        USING (recipient_id = app_organization() AND status NOT IN ('DRAFT', 'DELETED'));
      CREATE POLICY recipient_decides ON applications FOR UPDATE
        USING (recipient_id = app_organization() AND status = 'SENT')
        WITH CHECK (recipient_id = app_organization() AND status IN ('ACCEPTED', 'REJECTED'));

      -- Partnerships are made by whoever accepts, and ended by either side.
      GRANT INSERT, UPDATE ON partnerships TO praktika_app;
      GRANT SELECT, INSERT, UPDATE ON applications TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
