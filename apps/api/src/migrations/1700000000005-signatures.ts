import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signatures of frozen files, every validation run of them, and whom this installation trusts: anchors,
 * intermediate certificates and revocation lists (signatures.md §5).
 */
export class Signatures1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signatures (
        id uuid PRIMARY KEY,
        frozen_file_id uuid NOT NULL REFERENCES frozen_files,
        revision_id uuid NOT NULL REFERENCES revisions,
        document_id uuid NOT NULL REFERENCES documents,
        organization_id uuid NOT NULL REFERENCES organizations,
        person_id uuid NOT NULL REFERENCES people,
        token_id uuid REFERENCES api_tokens,
        role text NOT NULL CHECK (role IN ('recipient', 'author')),
        person_name text NOT NULL,
        position text,
        -- with the signer's certificate in it; keys and random numbers are no shorter when compressed
        cms bytea STORAGE EXTERNAL NOT NULL,
        cms_sha256 text NOT NULL UNIQUE CHECK (cms_sha256 = encode(sha256(cms), 'hex')),
        level text NOT NULL,
        certificate jsonb NOT NULL,
        test boolean NOT NULL,
        claimed_at timestamptz,
        received_at timestamptz NOT NULL,
        UNIQUE (frozen_file_id, organization_id, role)
      );
      CREATE INDEX signatures_of_document ON signatures (document_id);

      CREATE TABLE signature_validations (
        id uuid PRIMARY KEY,
        signature_id uuid NOT NULL REFERENCES signatures,
        at timestamptz NOT NULL,
        indication text NOT NULL,
        sub_indication text,
        code text,
        report jsonb NOT NULL,
        policy_version text NOT NULL,
        -- the revocation lists the verdict rests on, by hash
        crl_sha256 text[] NOT NULL
      );
      CREATE INDEX signature_validations_of ON signature_validations (signature_id, at);

      CREATE TABLE trusted_certificates (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('demo', 'production')),
        anchor boolean NOT NULL,
        subject text NOT NULL,
        der bytea NOT NULL,
        sha256 text NOT NULL UNIQUE,
        added_at timestamptz NOT NULL,
        -- no longer trusted from here on; the row stays, because old verdicts rest on it
        withdrawn_at timestamptz
      );

      CREATE TABLE revocation_lists (
        sha256 text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('demo', 'production')),
        issuer text NOT NULL,
        der bytea NOT NULL,
        this_update timestamptz NOT NULL,
        next_update timestamptz NOT NULL,
        stored_at timestamptz NOT NULL
      );
      CREATE INDEX revocation_lists_newest ON revocation_lists (issuer, this_update DESC);

      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON signatures
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON signature_validations
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      ALTER TABLE signatures ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY party ON signatures FOR SELECT
        USING (EXISTS (SELECT FROM documents d WHERE d.id = document_id));
      CREATE POLICY own ON signatures FOR INSERT WITH CHECK (organization_id = app_organization());

      ALTER TABLE signature_validations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY party ON signature_validations
        USING (EXISTS (SELECT FROM signatures s WHERE s.id = signature_id));

      GRANT SELECT, INSERT ON signatures, signature_validations TO praktika_app;
      GRANT SELECT ON trusted_certificates, revocation_lists TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
