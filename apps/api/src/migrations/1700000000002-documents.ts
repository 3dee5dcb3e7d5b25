import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Contractual documents. What both parties may see lies in `documents` and `revisions`; the author's working
 * draft lies apart in `document_drafts`, out of the recipient's reach by policy; `registry_entries` holds one row
 * per party as that party sees the document, so that a registry page is one index scan.
 */
export class Documents1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE files (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint NOT NULL CHECK (size > 0),
        name text NOT NULL,
        media_type text NOT NULL,
        created_by uuid REFERENCES people,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX files_of_organization ON files (organization_id, created_at DESC);
      CREATE INDEX files_by_content ON files (sha256);

      CREATE TABLE documents (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        status text NOT NULL,
        employer_id uuid NOT NULL REFERENCES organizations,
        education_organization_id uuid NOT NULL REFERENCES organizations,
        author_side text NOT NULL CHECK (author_side IN ('EMPLOYER', 'EDUCATION')),
        author_id uuid NOT NULL GENERATED ALWAYS AS
          (CASE author_side WHEN 'EMPLOYER' THEN employer_id ELSE education_organization_id END) STORED,
        parent_id uuid REFERENCES documents,
        current_revision_id uuid,
        waiting_organization_id uuid,
        waiting_since timestamptz,
        first_sent_at timestamptz,
        sent_for_signing_at timestamptz,
        concluded_at timestamptz,
        signed_outside boolean NOT NULL DEFAULT false,
        signed_on_paper_at date,
        responsible jsonb,
        seats integer CHECK (seats >= 0),
        last_reason jsonb,
        last_reminder jsonb,
        close_mode text CHECK (close_mode IN ('WITHOUT_AGREEMENT', 'WITH_AGREEMENT')),
        close_details jsonb,
        closed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid REFERENCES people,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        -- signatures are looked for only where it has ever been sent for signing
        CHECK (sent_for_signing_at IS NOT NULL OR status NOT IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT'))
      );
      CREATE INDEX documents_of_employer ON documents (employer_id);
      CREATE INDEX documents_of_education ON documents (education_organization_id);
      CREATE INDEX documents_by_parent ON documents (parent_id) WHERE parent_id IS NOT NULL;
      -- One termination of a contract at a time, whichever side has sent it (domain.md §4.2).
      CREATE UNIQUE INDEX one_termination ON documents (parent_id)
        WHERE kind = 'SUPPLEMENTARY_TERMINATION' AND first_sent_at IS NOT NULL
          AND status NOT IN ('PROJECT_REJECTED', 'WITHDRAWN', 'DELETED');
      -- What the reminder scan walks: documents whose signature is awaited.
      CREATE INDEX documents_awaiting_signature ON documents (waiting_organization_id, waiting_since, id)
        WHERE status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT');

      CREATE TABLE document_drafts (
        document_id uuid PRIMARY KEY REFERENCES documents,
        organization_id uuid NOT NULL REFERENCES organizations,
        number text CHECK (length(number) <= 50),
        document_date date,
        terms jsonb NOT NULL DEFAULT '{}',
        -- [{fileId, role}], in the order shown
        files jsonb NOT NULL DEFAULT '[]',
        -- JSON pointers of what a sendable document still lacks; kept with every save
        missing text[] NOT NULL DEFAULT '{}',
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE revisions (
        id uuid PRIMARY KEY,
        document_id uuid NOT NULL REFERENCES documents,
        revision_number integer NOT NULL,
        number text STORAGE MAIN NOT NULL,
        document_date date NOT NULL,
        title text STORAGE MAIN NOT NULL,
        terms jsonb STORAGE MAIN NOT NULL,
        terms_canonical text NOT NULL,
        terms_sha256 text STORAGE MAIN NOT NULL,
        files jsonb STORAGE MAIN NOT NULL,
        main_file_id uuid NOT NULL REFERENCES files,
        main_file_sha256 text STORAGE MAIN NOT NULL,
        sent_by uuid REFERENCES people,
        sent_at timestamptz NOT NULL,
        UNIQUE (document_id, revision_number)
      );
      ALTER TABLE documents ADD FOREIGN KEY (current_revision_id) REFERENCES revisions
        DEFERRABLE INITIALLY DEFERRED;
      -- Which documents carry a file to the other party: asked at every download of a file that is not one's own.
      CREATE INDEX revisions_by_file ON revisions
        USING gin (jsonb_path_query_array(files, '$[*].fileId') jsonb_path_ops);
      CREATE INDEX documents_by_closing_file ON documents
        USING gin (jsonb_path_query_array(close_details, '$.files[*].fileId') jsonb_path_ops)
        WHERE close_details IS NOT NULL;

      -- Exact bytes a signature binds to: a document's revision now, a report or a power of attorney later.
      CREATE TABLE frozen_files (
        id uuid PRIMARY KEY,
        revision_id uuid UNIQUE REFERENCES revisions,
        file_id uuid NOT NULL REFERENCES files,
        sha256 text NOT NULL,
        frozen_at timestamptz NOT NULL
      );

      CREATE TABLE registry_entries (
        document_id uuid NOT NULL REFERENCES documents,
        organization_id uuid NOT NULL REFERENCES organizations,
        direction text NOT NULL CHECK (direction IN ('INCOMING', 'OUTGOING')),
        kind text NOT NULL,
        status text NOT NULL,
        number text,
        document_date date,
        -- the document's date, or the day of its draft while it has none: never NULL, so that pages can follow it
        sort_date date NOT NULL,
        title text NOT NULL,
        partner_id uuid NOT NULL REFERENCES organizations,
        partner_name text NOT NULL,
        parent_id uuid,
        department_id uuid,
        practice_from date,
        practice_to date,
        waiting_since timestamptz,
        search_text text NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, document_id)
      ) WITH (
        -- counts read the indexes alone where pages are known to be visible to all: keep them so
        autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05
      );
      CREATE INDEX registry_by_update ON registry_entries (organization_id, updated_at DESC, document_id DESC);
      CREATE INDEX registry_by_status
        ON registry_entries (organization_id, status, updated_at DESC, document_id DESC);
      CREATE INDEX registry_by_direction
        ON registry_entries (organization_id, direction, updated_at DESC, document_id DESC);
      CREATE INDEX registry_by_kind
        ON registry_entries (organization_id, kind, updated_at DESC, document_id DESC);
      CREATE INDEX registry_by_date ON registry_entries (organization_id, sort_date DESC, document_id DESC);
      CREATE INDEX registry_by_partner
        ON registry_entries (organization_id, partner_id, updated_at DESC, document_id DESC);
      CREATE INDEX registry_by_parent
        ON registry_entries (organization_id, parent_id, updated_at DESC, document_id DESC)
        WHERE parent_id IS NOT NULL;
      CREATE INDEX registry_waiting ON registry_entries (organization_id, waiting_since, document_id)
        WHERE waiting_since IS NOT NULL;
      CREATE UNIQUE INDEX registry_number ON registry_entries
        (organization_id, kind, (extract(year FROM document_date)), lower(number)) WHERE direction = 'OUTGOING';

      -- The search texts of the registry under their trigram index, apart from the rows: a row moves with every step of
      -- its document, which would put all its trigrams into the index anew, and its text hardly ever changes.
      CREATE TABLE registry_texts (
        organization_id uuid NOT NULL,
        document_id uuid NOT NULL,
        search_text text NOT NULL,
        PRIMARY KEY (organization_id, document_id),
        FOREIGN KEY (organization_id, document_id) REFERENCES registry_entries ON DELETE CASCADE
      );
      -- whoever writes a text puts it into the index at once; nobody waits for the list of others' to be put there
      CREATE INDEX registry_search ON registry_texts USING gin (organization_id, search_text gin_trgm_ops)
        WITH (fastupdate = off);
      CREATE FUNCTION registry_text_put() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO registry_texts VALUES (NEW.organization_id, NEW.document_id, NEW.search_text)
          ON CONFLICT (organization_id, document_id) DO UPDATE SET search_text = excluded.search_text;
          RETURN NULL;
        END $$;
      CREATE TRIGGER search_text_added AFTER INSERT ON registry_entries
        FOR EACH ROW EXECUTE FUNCTION registry_text_put();
      CREATE TRIGGER search_text_changed AFTER UPDATE OF search_text ON registry_entries
        FOR EACH ROW WHEN (OLD.search_text <> NEW.search_text) EXECUTE FUNCTION registry_text_put();
    `);
    await runner.query(`
      -- One rule of visibility: a party, and for the recipient only what has been sent (reliability.md §2.0).
      ALTER TABLE documents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY party ON documents
        USING (app_organization() IN (employer_id, education_organization_id)
               AND (author_id = app_organization() OR first_sent_at IS NOT NULL))
        WITH CHECK (app_organization() IN (employer_id, education_organization_id));

      ALTER TABLE document_drafts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY author ON document_drafts
        USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());

      ALTER TABLE revisions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY party ON revisions USING (EXISTS (SELECT FROM documents d WHERE d.id = document_id));

      ALTER TABLE frozen_files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY party ON frozen_files USING (EXISTS (SELECT FROM revisions r WHERE r.id = revision_id));

      -- A file is its owner's; the other party reaches it through a revision that carries it.
      ALTER TABLE files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON files
        USING (organization_id = app_organization()) WITH CHECK (organization_id = app_organization());

      ALTER TABLE registry_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON registry_entries FOR SELECT USING (organization_id = app_organization());
      -- read by registry_search alone
      ALTER TABLE registry_texts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

      GRANT SELECT, INSERT, UPDATE ON documents TO praktika_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON document_drafts TO praktika_app;
      GRANT SELECT, INSERT ON revisions, frozen_files, files TO praktika_app;
      GRANT SELECT ON registry_entries TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
