import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statuses of documents that are no longer under way. */
const ENDED = `'PROJECT_REJECTED', 'CONCLUDED', 'EXECUTED', 'WITHDRAWN', 'DELETED'`;

/**
 * The two statements of the command path (architecture.md): `document_read` is step 1, one projection of all a
 * rule or a card needs; `document_commit` is step 3, everything a transition writes, or nothing.
 *
 * Both run with the application's rights: they first set whom the policies of row-level security let through.
 */
export class DocumentEngine1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION party_json(o organizations) RETURNS json LANGUAGE sql IMMUTABLE AS $$
        SELECT json_build_object('id', o.id, 'fullName', o.full_name, 'shortName', o.short_name, 'inn', o.inn,
                                 'ogrn', o.ogrn, 'timeZone', o.time_zone) $$;

      CREATE FUNCTION document_signatures(p_document uuid) RETURNS json
        LANGUAGE plpgsql STABLE AS $$
        BEGIN
          RETURN (SELECT coalesce(json_agg(json_build_object('id', s.id, 'role', s.role,
              'organizationId', s.organization_id, 'personName', s.person_name, 'position', s.position,
              'certificate', s.certificate, 'test', s.test, 'level', s.level, 'claimedAt', s.claimed_at,
              'receivedAt', s.received_at, 'revisionId', s.revision_id) ORDER BY s.received_at), '[]')
            FROM signatures s WHERE s.document_id = p_document);
        END $$;

      -- A document as the transaction's organization may see it; NULL when it may not, or there is none.
      CREATE FUNCTION document_projection(p_document uuid) RETURNS json LANGUAGE sql STABLE AS $$
        SELECT json_build_object(
          'document', row_to_json(d),
          'employer', party_json(employer),
          'education', party_json(education),
          'partnershipActive', EXISTS (SELECT FROM partnerships p WHERE p.employer_id = d.employer_id
             AND p.education_organization_id = d.education_organization_id AND p.status = 'ACTIVE'),
          'parent', (SELECT json_build_object('id', parent.id, 'kind', parent.kind, 'status', parent.status,
              'title', entry.title)
            FROM documents parent JOIN registry_entries entry
              ON entry.document_id = parent.id AND entry.organization_id = app_organization()
           WHERE parent.id = d.parent_id),
          'children', (SELECT coalesce(json_agg(json_build_object('kind', c.kind, 'status', c.status,
              'count', c.count)), '[]')
            FROM (SELECT kind, status, count(*) FROM documents
              WHERE parent_id = d.id AND status <> 'DELETED' GROUP BY kind, status) c),
          'draft', (SELECT json_build_object('number', w.number, 'date', w.document_date, 'terms', w.terms,
              'missing', w.missing, 'files', (
                SELECT coalesce(json_agg(json_build_object('fileId', f.id, 'role', item.value ->> 'role',
                    'name', f.name, 'size', f.size, 'mediaType', f.media_type, 'sha256', f.sha256)
                    ORDER BY item.ordinality), '[]')
                  FROM jsonb_array_elements(w.files) WITH ORDINALITY item
                  JOIN files f ON f.id = (item.value ->> 'fileId')::uuid))
            FROM document_drafts w WHERE w.document_id = d.id AND d.status = 'DRAFT'),
          'revisions', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'revisionNumber', r.revision_number,
              'number', r.number, 'date', r.document_date, 'title', r.title, 'files', r.files,
              'terms', CASE r.id WHEN d.current_revision_id THEN r.terms END,
              'termsSha256', r.terms_sha256, 'mainFileId', r.main_file_id, 'mainFileSha256', r.main_file_sha256,
              'sentAt', r.sent_at) ORDER BY r.revision_number), '[]')
            FROM revisions r WHERE r.document_id = d.id),
          'signatures', document_signatures(d.id))
          FROM documents d
          JOIN organizations employer ON employer.id = d.employer_id
          JOIN organizations education ON education.id = d.education_organization_id
         WHERE d.id = p_document AND d.status <> 'DELETED'
      $$;

      -- One plan per connection: planning the projection anew takes longer than running it, and whether PostgreSQL
      -- would do so for ever depends on the first five documents a connection happens to read.
      CREATE FUNCTION document_read(p_organization uuid, p_person uuid, p_document uuid) RETURNS json
        LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
        BEGIN
          PERFORM set_config('app.organization', p_organization::text, true),
                  set_config('app.person', coalesce(p_person::text, ''), true);
          RETURN document_projection(p_document);
        END $$;
    `);
    await runner.query(`
      -- Writes a list of changes, all or nothing. A change whose document meanwhile has another status or version
      -- raises PK409; the caller reads again and says who was faster (domain.md §0.11).
      --
      -- p_actor: {organizationId, personId, tokenId, ip, requestId, claim?: {scope, key, operation, hash}}
      -- p_changes: [{document, from, version, kindLabel, requires?, quiet?, underWay?, patch, revision?, frozenFile?, signature?,
      --   validation?, history, events}]
      -- Answers with the members of the first document's projection that are new: the document alone after a plain
      -- move, everything where a draft or a revision is concerned; NULL when the move hid it.
      CREATE FUNCTION document_commit(p_actor jsonb, p_now timestamptz, p_changes jsonb) RETURNS json
        LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
        DECLARE
          v_organization uuid := (p_actor ->> 'organizationId')::uuid;
          v_person uuid := (p_actor ->> 'personId')::uuid;
          v_change jsonb;
          v_answer json;
          v_first boolean := true;
          d documents%ROWTYPE;
          n documents%ROWTYPE;
          v_person_name text;
          v_organization_name text;
        BEGIN
          PERFORM set_config('app.organization', v_organization::text, true),
                  set_config('app.person', coalesce(v_person::text, ''), true);
          IF p_actor ? 'claim' THEN
            INSERT INTO idempotency_keys (scope, key, organization_id, operation, request_hash, created_at)
            VALUES ((p_actor #>> '{claim,scope}')::uuid, p_actor #>> '{claim,key}', v_organization,
                    p_actor #>> '{claim,operation}', decode(p_actor #>> '{claim,hash}', 'hex'), p_now);
          END IF;

          SELECT (SELECT concat_ws(' ', surname, given_name, patronymic) FROM people WHERE id = v_person),
                 (SELECT coalesce(short_name, full_name) FROM organizations WHERE id = v_organization)
            INTO v_person_name, v_organization_name;

          FOR v_change IN SELECT value FROM jsonb_array_elements(p_changes) LOOP
            SELECT * INTO d FROM documents WHERE id = (v_change ->> 'document')::uuid FOR UPDATE;
            IF NOT FOUND OR d.status <> v_change ->> 'from' OR d.version <> (v_change ->> 'version')::integer
               OR v_change ? 'quiet' AND coalesce(d.last_reminder, 'null') <> v_change #> '{quiet,lastReminder}' THEN
              RAISE EXCEPTION 'document changed meanwhile' USING ERRCODE = 'PK409';
            END IF;

            -- what hangs on a document that is closed is still what the closing was decided on
            IF v_change ? 'underWay' AND (v_change ->> 'underWay')::integer <>
               (SELECT count(*) FROM documents WHERE parent_id = d.id AND status NOT IN (${ENDED})) THEN
              RAISE EXCEPTION 'another document has been sent meanwhile' USING ERRCODE = 'PK409';
            END IF;
            -- the parent of a step forward must be in force, and stay so until this is written
            IF v_change ? 'requires' THEN
              PERFORM FROM documents WHERE id = (v_change #>> '{requires,document}')::uuid
                AND status = v_change #>> '{requires,status}' FOR SHARE;
              IF NOT FOUND THEN
                RAISE EXCEPTION 'the parent has moved on' USING ERRCODE = 'PK409';
              END IF;
            END IF;

            IF v_change ? 'revision' THEN
              INSERT INTO revisions
                SELECT * FROM jsonb_populate_record(NULL::revisions, v_change -> 'revision');
              INSERT INTO frozen_files
                SELECT * FROM jsonb_populate_record(NULL::frozen_files, v_change -> 'frozenFile');
            END IF;
            IF v_change ? 'signature' THEN
              INSERT INTO signatures
                SELECT * FROM jsonb_populate_record(NULL::signatures, v_change -> 'signature');
              INSERT INTO signature_validations
                SELECT * FROM jsonb_populate_record(NULL::signature_validations, v_change -> 'validation');
            END IF;

            n := jsonb_populate_record(d, v_change -> 'patch');
            IF v_change #> '{patch,last_reminder}' IS NOT NULL THEN
              n.last_reminder := n.last_reminder || jsonb_build_object('byName', v_person_name);
            END IF;
            IF v_change #> '{patch,last_reason,text}' IS NOT NULL THEN
              n.last_reason := n.last_reason
                || jsonb_build_object('byName', v_person_name, 'organizationName', v_organization_name);
            END IF;
            UPDATE documents SET
              status = n.status, current_revision_id = n.current_revision_id,
              waiting_organization_id = n.waiting_organization_id, waiting_since = n.waiting_since,
              first_sent_at = n.first_sent_at, sent_for_signing_at = n.sent_for_signing_at,
              concluded_at = n.concluded_at, signed_outside = n.signed_outside,
              signed_on_paper_at = n.signed_on_paper_at, responsible = n.responsible, seats = n.seats,
              last_reason = n.last_reason, last_reminder = n.last_reminder, close_mode = n.close_mode, close_details = n.close_details,
              closed_at = n.closed_at,
              version = CASE WHEN v_change ? 'quiet' THEN d.version ELSE d.version + 1 END,
              updated_at = CASE WHEN v_change ? 'quiet' THEN d.updated_at ELSE p_now END
            WHERE id = d.id RETURNING * INTO n;

            INSERT INTO history_entries (id, at, organization_id, person_id, token_id, person_name,
              organization_name, object_type, object_id, type, shared, from_status, to_status, reason, payload, ip,
              request_id)
            SELECT h.id, p_now, v_organization, v_person, (p_actor ->> 'tokenId')::uuid, v_person_name,
              v_organization_name, 'document', d.id, h.type, h.shared, h.from_status, h.to_status, h.reason,
              h.payload, (p_actor ->> 'ip')::inet, p_actor ->> 'requestId'
              FROM jsonb_populate_record(NULL::history_entries, v_change -> 'history') h;

            INSERT INTO outbox (event_id, organization_id, type, object_type, object_id, actor_organization_id,
              actor_person_id, before, after, at)
            SELECT e.event_id, e.organization_id, e.type, 'document', d.id, v_organization, v_person,
              e.before, e.after, p_now
              FROM jsonb_populate_recordset(NULL::outbox, v_change -> 'events') e;

            IF v_change ? 'quiet' THEN
              v_answer := CASE WHEN v_first THEN json_build_object('document', n) ELSE v_answer END;
            ELSIF d.status = 'DRAFT' OR n.status IN ('DRAFT', 'DELETED') OR v_change ? 'revision' THEN
              PERFORM registry_sync(d.id, v_change ->> 'kindLabel');
              v_answer := CASE WHEN v_first THEN document_projection(d.id) ELSE v_answer END;
            ELSE
              PERFORM registry_move(d.id);
              v_answer := CASE
                WHEN NOT v_first THEN v_answer
                WHEN v_change ? 'signature'
                  THEN json_build_object('document', n, 'signatures', document_signatures(d.id))
                ELSE json_build_object('document', n) END;
            END IF;
            v_first := false;
          END LOOP;
          RETURN v_answer;
        END $$;

      REVOKE ALL ON FUNCTION party_json(organizations), document_signatures(uuid), document_projection(uuid),
        document_read(uuid, uuid, uuid), document_commit(jsonb, timestamptz, jsonb) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION party_json(organizations), document_signatures(uuid), document_projection(uuid),
        document_read(uuid, uuid, uuid), document_commit(jsonb, timestamptz, jsonb) TO praktika_app;
      GRANT EXECUTE ON FUNCTION party_json(organizations), document_signatures(uuid), document_projection(uuid)
        TO praktika_jobs;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
