import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Long work somebody has asked for (api.md): what is to be done, how far it is, and what came of each document. A
 * worker takes an operation by a lease; whoever finds the lease run out goes on where the last one stopped.
 */
export class Operations1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE operations (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations,
        -- who asked; for a token, the person who created it
        person_id uuid NOT NULL REFERENCES people,
        token_id uuid REFERENCES api_tokens,
        kind text NOT NULL,
        -- the verb of a batch
        action text,
        -- what goes for the whole of it: a reason, a filter, a format
        input jsonb NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'QUEUED'
          CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
        -- NULL while it is not known how much there is
        total integer,
        done integer NOT NULL DEFAULT 0,
        failed integer NOT NULL DEFAULT 0,
        -- {name, size, mediaType, sha256} of what can be downloaded
        result jsonb,
        -- why it could not be done at all
        problem jsonb,
        leased_until timestamptz,
        -- how often it has been taken up: whoever holds an earlier turn writes nothing any more
        turn integer NOT NULL DEFAULT 0,
        -- how often since something of it was last done
        attempts integer NOT NULL DEFAULT 0,
        ip inet,
        request_id text,
        created_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz
      );
      CREATE INDEX operations_of_person ON operations (organization_id, person_id, created_at DESC, id DESC);
      CREATE INDEX operations_unfinished ON operations (created_at) WHERE status IN ('QUEUED', 'RUNNING');
      CREATE INDEX operations_age ON operations (created_at);

      CREATE TABLE operation_items (
        operation_id uuid NOT NULL REFERENCES operations ON DELETE CASCADE,
        position integer NOT NULL,
        -- as it was named: it may be nobody's, or somebody else's
        document_id uuid NOT NULL,
        -- the version the asker has seen
        version integer,
        -- what goes for this document alone; forgotten once it is done
        input jsonb,
        -- its signature, in base64 as it was sent; forgotten with the input
        cms text STORAGE EXTERNAL,
        status text NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'DONE', 'FAILED', 'CANCELLED')),
        -- why it was refused, as a problem
        problem jsonb,
        finished_at timestamptz,
        PRIMARY KEY (operation_id, position)
      )
      -- A signature lies in its row, a block long as it is: it is written once, read once and forgotten, and moved out
      -- it would be three rows more with an index entry each. No compression makes one shorter.
      WITH (toast_tuple_target = 8160);
      CREATE INDEX operation_items_queued ON operation_items (operation_id, position) WHERE status = 'QUEUED';

      ALTER TABLE operations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON operations
        USING (organization_id = app_organization() AND person_id = app_person())
        WITH CHECK (organization_id = app_organization() AND person_id = app_person());
      CREATE POLICY maintenance ON operations TO praktika_owner USING (true) WITH CHECK (true);
      ALTER TABLE operation_items ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY own ON operation_items
        USING (EXISTS (SELECT FROM operations o WHERE o.id = operation_id))
        WITH CHECK (EXISTS (SELECT FROM operations o WHERE o.id = operation_id));
      CREATE POLICY maintenance ON operation_items TO praktika_owner USING (true) WITH CHECK (true);

      GRANT SELECT, INSERT, UPDATE ON operations, operation_items TO praktika_app;
      GRANT SELECT, DELETE ON operations, operation_items TO praktika_jobs;
    `);
    await runner.query(`
      -- Writes the next part of a batch: what came of some of its documents together with the changes themselves,
      -- all or nothing, so that a crash can neither lose nor repeat one.
      --
      -- p_marks: [{position, status, problem?}]. False when it is no longer the caller's turn, or the operation has
      -- ended: nothing is written. PK410 when that happens while it is being written.
      -- PK409 when a document has moved on, or somebody else has marked one of these.
      CREATE FUNCTION operation_commit(p_actor jsonb, p_now timestamptz, p_operation uuid, p_turn integer,
                                       p_lease timestamptz, p_marks jsonb, p_changes jsonb, p_bytes bytea)
        RETURNS boolean
        LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
        DECLARE
          v_marked integer;
        BEGIN
          PERFORM set_config('app.organization', p_actor ->> 'organizationId', true),
                  set_config('app.person', p_actor ->> 'personId', true);
          PERFORM FROM operations WHERE id = p_operation AND status = 'RUNNING' AND turn = p_turn;
          IF NOT FOUND THEN
            RETURN false;
          END IF;
          IF jsonb_array_length(p_changes) > 0 THEN
            PERFORM document_commit((p_actor ->> 'organizationId')::uuid, p_actor, p_now,
              ARRAY(SELECT (c ->> 'document')::uuid FROM jsonb_array_elements(p_changes) c), p_changes, p_bytes);
          END IF;
          -- the operation late, so that whoever cancels it waits for little; before its items, as whoever cancels it
          UPDATE operations SET leased_until = p_lease, attempts = 0,
                 done = done + (SELECT count(*) FROM jsonb_array_elements(p_marks) m WHERE m ->> 'status' = 'DONE'),
                 failed = failed + (SELECT count(*) FROM jsonb_array_elements(p_marks) m WHERE m ->> 'status' = 'FAILED')
           WHERE id = p_operation AND status = 'RUNNING' AND turn = p_turn;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'ended or taken up by somebody else meanwhile' USING ERRCODE = 'PK410';
          END IF;
          UPDATE operation_items i SET status = m.status, problem = m.problem, input = NULL, cms = NULL,
                 finished_at = p_now
            FROM jsonb_to_recordset(p_marks) m (position integer, status text, problem jsonb)
           WHERE i.operation_id = p_operation AND i.position = m.position AND i.status = 'QUEUED';
          GET DIAGNOSTICS v_marked = ROW_COUNT;
          IF v_marked <> jsonb_array_length(p_marks) THEN
            RAISE EXCEPTION 'marked by somebody else' USING ERRCODE = 'PK409';
          END IF;
          RETURN true;
        END $$;

      REVOKE ALL ON FUNCTION operation_commit(jsonb, timestamptz, uuid, integer, timestamptz, jsonb, jsonb, bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION operation_commit(jsonb, timestamptz, uuid, integer, timestamptz, jsonb, jsonb, bytea)
        TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
