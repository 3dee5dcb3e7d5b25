import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a command writes beside its effect: one typed, append-only history entry (domain.md §8.8), one event per
 * party for the outbox (§8.10), and the answer kept for a repeated idempotency key.
 */
export class HistoryAndEvents1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE history_entries (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        -- whose journal it stands in: the acting organization, or the one a refusal concerns
        organization_id uuid REFERENCES organizations,
        person_id uuid REFERENCES people,
        token_id uuid REFERENCES api_tokens,
        person_name text,
        organization_name text,
        object_type text,
        object_id uuid,
        type text NOT NULL,
        -- may the other party of the object read it too
        shared boolean NOT NULL DEFAULT false,
        from_status text,
        to_status text,
        reason text,
        payload jsonb NOT NULL DEFAULT '{}',
        ip inet,
        request_id text
      );
      CREATE INDEX history_of_object ON history_entries (object_id, at, id) WHERE object_id IS NOT NULL;
      CREATE INDEX history_of_organization ON history_entries (organization_id, at DESC, id DESC);

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON history_entries
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER no_truncate BEFORE TRUNCATE ON history_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      -- What was sent and signed never changes (domain.md §0.8).
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON revisions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON frozen_files
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id uuid NOT NULL,
        organization_id uuid NOT NULL REFERENCES organizations,
        -- position in the organization's feed; given by the relay, so that it has no gaps in commit order
        sequence bigint,
        type text NOT NULL,
        object_type text NOT NULL,
        object_id uuid NOT NULL,
        actor_organization_id uuid,
        actor_person_id uuid,
        before jsonb,
        after jsonb,
        at timestamptz NOT NULL,
        -- when every reaction to the event was done; until then the sweep wakes the queue again
        handled_at timestamptz,
        UNIQUE (event_id, organization_id)
      );
      CREATE INDEX outbox_waiting ON outbox (id) WHERE sequence IS NULL;
      CREATE INDEX outbox_unhandled ON outbox (at, id) WHERE handled_at IS NULL;
      CREATE UNIQUE INDEX outbox_feed ON outbox (organization_id, sequence) WHERE sequence IS NOT NULL;

      CREATE TABLE feed_positions (
        organization_id uuid PRIMARY KEY REFERENCES organizations,
        last_sequence bigint NOT NULL
      );

      -- Which reactions to an event are done: a reaction runs once however often its job does.
      CREATE TABLE reactions_done (
        event_id uuid NOT NULL,
        reaction text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (event_id, reaction)
      );

      CREATE TABLE idempotency_keys (
        scope uuid NOT NULL,
        key text NOT NULL CHECK (length(key) <= 255),
        organization_id uuid,
        operation text NOT NULL,
        request_hash bytea NOT NULL,
        status smallint,
        body jsonb,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (scope, key)
      );
      CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
    `);
    await runner.query(`
      ALTER TABLE history_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_journal ON history_entries FOR SELECT USING (organization_id = app_organization());
      CREATE POLICY shared_object ON history_entries FOR SELECT USING (
        shared AND object_type = 'document' AND EXISTS (SELECT FROM documents d WHERE d.id = object_id));
      CREATE POLICY shared_application ON history_entries FOR SELECT USING (
        shared AND object_type = 'application' AND EXISTS (SELECT FROM applications a WHERE a.id = object_id));
      CREATE POLICY append ON history_entries FOR INSERT WITH CHECK (
        organization_id IS NOT DISTINCT FROM app_organization());

      ALTER TABLE outbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON outbox FOR SELECT USING (organization_id = app_organization());
      CREATE POLICY append ON outbox FOR INSERT WITH CHECK (actor_organization_id = app_organization());

      ALTER TABLE feed_positions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON feed_positions FOR SELECT USING (organization_id = app_organization());

      ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON idempotency_keys
        USING (organization_id IS NOT DISTINCT FROM app_organization())
        WITH CHECK (organization_id IS NOT DISTINCT FROM app_organization());

      GRANT SELECT, INSERT ON history_entries, outbox TO praktika_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO praktika_app;
      GRANT SELECT ON feed_positions TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
