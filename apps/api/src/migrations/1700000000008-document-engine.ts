import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statuses of documents that are no longer under way. */
const ENDED = `'PROJECT_REJECTED', 'CONCLUDED', 'EXECUTED', 'WITHDRAWN', 'DELETED'`;

/** The one rule of visibility, as the policy of `documents` has it: a party, for the recipient only what has been sent. */
const seen = (
  document: string,
) => `p_organization IN (${document}.employer_id, ${document}.education_organization_id)
                AND (${document}.author_id = p_organization OR ${document}.first_sent_at IS NOT NULL)`;

/** The signatures of a document. */
const signatures = (
  document: string,
) => `(SELECT coalesce(json_agg(json_build_object('id', s.id, 'role', s.role,
              'organizationId', s.organization_id, 'personName', s.person_name, 'position', s.position,
              'certificate', s.certificate, 'test', s.test, 'level', s.level, 'claimedAt', s.claimed_at,
              'receivedAt', s.received_at, 'revisionId', s.revision_id) ORDER BY s.received_at, s.id), '[]')
            FROM signatures s WHERE s.document_id = ${document})`;

/** What document `d` hangs on. */
const PARENT = `(SELECT json_build_object('id', parent.id, 'kind', parent.kind, 'status', parent.status,
                'title', entry.title)
              FROM documents parent JOIN registry_entries entry
                ON entry.document_id = parent.id AND entry.organization_id = p_organization
             WHERE parent.id = d.parent_id)`;

/** The application document `d` was drafted from. */
const APPLICATION = `(SELECT json_build_object('id', a.id, 'kind', a.kind, 'number', a.number)
              FROM applications a WHERE a.id = d.application_id
               AND (a.author_id = p_organization OR a.recipient_id = p_organization AND a.sent_at IS NOT NULL))`;

/** How many documents hang on document `d`; they are composed under one in force, and outlive its closing. */
const HAS_CHILDREN = `d.status IN ('CONCLUDED', 'EXECUTED')`;
const CHILDREN = `(SELECT coalesce(json_agg(json_build_object('kind', c.kind, 'status', c.status,
              'count', c.count)), '[]')
            FROM (SELECT kind, status, count(*) FROM documents child
              WHERE child.parent_id = d.id AND child.status <> 'DELETED' AND ${seen('child')}
              GROUP BY kind, status) c)`;

/** Nobody signs what was never sent for signing: a constraint of `documents` keeps it so. */
const MAY_BE_SIGNED = 'd.sent_for_signing_at IS NOT NULL';

/** The author's working draft of document `d`. */
const HAS_DRAFT = `d.status = 'DRAFT' AND d.author_id = p_organization`;
const DRAFT = `(SELECT json_build_object('number', w.number, 'date', w.document_date, 'terms', w.terms,
              'missing', w.missing, 'files', (
                SELECT coalesce(json_agg(json_build_object('fileId', f.id, 'role', item.value ->> 'role',
                    'name', f.name, 'size', f.size, 'mediaType', f.media_type, 'sha256', f.sha256)
                    ORDER BY item.ordinality), '[]')
                  FROM jsonb_array_elements(w.files) WITH ORDINALITY item
                  JOIN files f ON f.id = (item.value ->> 'fileId')::uuid AND f.organization_id = p_organization))
              FROM document_drafts w WHERE w.document_id = d.id AND w.organization_id = p_organization)`;

/**
 * Document `d` with all that a rule or a card needs, as JSON, and where it comes from; what of it `p_organization` may
 * see stands here, for the functions that read it run past row-level security.
 *
 * @param parts expressions of what few documents have
 */
const projection = (
  parts: Record<'parent' | 'application' | 'children' | 'draft' | 'signatures', string>,
) => `json_build_object(
          'document', row_to_json(d),
          'employer', (SELECT party_json(o) FROM organizations o WHERE o.id = d.employer_id),
          'education', (SELECT party_json(o) FROM organizations o WHERE o.id = d.education_organization_id),
          'partnershipActive', EXISTS (SELECT FROM partnerships p WHERE p.employer_id = d.employer_id
             AND p.education_organization_id = d.education_organization_id AND p.status = 'ACTIVE'),
          'parent', ${parts.parent},
          'application', ${parts.application},
          'children', ${parts.children},
          'draft', ${parts.draft},
          'revisions', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'revisionNumber', r.revision_number,
              'number', r.number, 'date', r.document_date, 'title', r.title, 'files', r.files,
              'terms', CASE r.id WHEN d.current_revision_id THEN r.terms END,
              'termsSha256', r.terms_sha256, 'mainFileId', r.main_file_id, 'mainFileSha256', r.main_file_sha256,
              'sentAt', r.sent_at) ORDER BY r.revision_number), '[]')
            FROM revisions r WHERE r.document_id = d.id),
          'signatures', ${parts.signatures})`;

/** The same parts where each is asked for within one statement over many documents. */
const OF_MANY = {
  parent: `CASE WHEN d.parent_id IS NOT NULL THEN ${PARENT} END`,
  application: `CASE WHEN d.application_id IS NOT NULL THEN ${APPLICATION} END`,
  children: `CASE WHEN ${HAS_CHILDREN} THEN ${CHILDREN} ELSE '[]' END`,
  draft: `CASE WHEN ${HAS_DRAFT} THEN ${DRAFT} END`,
  signatures: `CASE WHEN ${MAY_BE_SIGNED} THEN ${signatures('d.id')} ELSE '[]' END`,
};

/** Documents `d` of the changes `c` that `p_organization` may see, in the status and version they were read in. */
const AS_IT_WAS_READ = `d.id = (c ->> 'document')::uuid
                     AND d.id = ANY (p_documents) AND ${seen('d')}
                     AND d.status = c ->> 'from' AND d.version = (c ->> 'version')::integer
                     AND (NOT c ? 'quiet' OR coalesce(d.last_reminder, 'null') = c #> '{quiet,lastReminder}')`;

/** Document `d` of `v_change`, held until the end of the transaction. */
const HELD = `FROM documents d
               WHERE d.id = (v_change ->> 'document')::uuid AND ${seen('d')}
                 AND d.status = v_change ->> 'from' AND d.version = (v_change ->> 'version')::integer
                 AND (NOT v_quiet OR coalesce(d.last_reminder, 'null') = v_change #> '{quiet,lastReminder}')
                 FOR UPDATE OF d`;

/** What a change may hold that is asked of other rows, or names the document, before the document itself is written. */
const HELD_FIRST = ['underWay', 'beside', 'requires', 'revision', 'signature']
  .map((member) => `exists (@.${member})`)
  .join(' || ');

/**
 * The statements of the command path (architecture.md): `document_read` is step 1, one projection of all a
 * rule or a card needs, `documents_read` the same of many; `document_commit` is step 3, everything transitions write,
 * or nothing.
 *
 * What is read is read past row-level security, by functions that name the organization themselves: under the policies
 * every revision and signature asked once more whether its document may be seen. What is written is written the same
 * way: both parties' rows of the registry belong to the statement that writes the document. The statements are planned
 * without bitmap scans: a plan made for the average organization would gather all documents of the largest to intersect
 * them with the one asked for.
 */
export class DocumentEngine1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION party_json(o organizations) RETURNS json LANGUAGE sql STABLE AS $$
        SELECT json_build_object('id', o.id, 'fullName', o.full_name, 'shortName', o.short_name, 'inn', o.inn,
                                 'ogrn', o.ogrn, 'timeZone', o.time_zone) $$;

      -- A document as the organization may see it; NULL when it may not, or there is none. What few documents have is
      -- asked for by statements of their own: opening a part of a plan takes as long as running it. One plan per
      -- connection: planning the projection anew takes longer than running it, and whether PostgreSQL would do so for
      -- ever depends on the first five documents a connection happens to read.
      CREATE FUNCTION document_read(p_organization uuid, p_document uuid) RETURNS json
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
        SET plan_cache_mode = force_generic_plan SET enable_bitmapscan = off AS $$
        DECLARE
          d documents;
          v_parent json;
          v_application json;
          v_children json := '[]';
          v_draft json;
          v_signatures json := '[]';
        BEGIN
          SELECT * INTO d FROM documents one WHERE one.id = p_document AND one.status <> 'DELETED' AND ${seen('one')};
          IF d.id IS NULL THEN
            RETURN NULL;
          END IF;
          IF d.parent_id IS NOT NULL THEN
            v_parent := ${PARENT};
          END IF;
          IF d.application_id IS NOT NULL THEN
            v_application := ${APPLICATION};
          END IF;
          IF ${HAS_CHILDREN} THEN
            v_children := ${CHILDREN};
          END IF;
          IF ${HAS_DRAFT} THEN
            v_draft := ${DRAFT};
          END IF;
          IF ${MAY_BE_SIGNED} THEN
            v_signatures := ${signatures('d.id')};
          END IF;
          RETURN ${projection({ parent: 'v_parent', application: 'v_application', children: 'v_children', draft: 'v_draft', signatures: 'v_signatures' })};
        END $$;

      -- Documents as the organization may see them; those it may not are not among them.
      CREATE FUNCTION documents_read(p_organization uuid, p_documents uuid[])
        RETURNS TABLE (id uuid, projection json)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
        SET plan_cache_mode = force_generic_plan SET enable_bitmapscan = off AS $$
        BEGIN
          RETURN QUERY SELECT d.id, ${projection(OF_MANY)}
            FROM documents d WHERE d.id = ANY (p_documents) AND d.status <> 'DELETED' AND ${seen('d')};
        END $$;
    `);
    await runner.query(`
      -- Holds the documents of changes that ask something of other rows, or write rows that name the document, and asks it.
      -- Raises PK409 when the answer is not what the changes were decided on.
      CREATE FUNCTION document_hold(p_organization uuid, p_documents uuid[], p_changes jsonb) RETURNS void
        LANGUAGE plpgsql AS $$
        DECLARE
          v_parents uuid[];
        BEGIN
          IF jsonb_path_exists(p_changes, '$[*] ? (
               @.revision.document_id != @.document || @.frozenFile.revision_id != @.revision.id
               || @.signature.document_id != @.document || @.signature.organization_id != $organization
               || @.validation.signature_id != @.signature.id)',
               jsonb_build_object('organization', p_organization)) THEN
            RAISE EXCEPTION 'rows of another document or organization' USING ERRCODE = 'PK403';
          END IF;
          IF (SELECT count(DISTINCT id)
                FROM (SELECT d.id FROM jsonb_array_elements(p_changes) c JOIN documents d ON ${AS_IT_WAS_READ}
                       ORDER BY d.id FOR UPDATE OF d) held) <> jsonb_array_length(p_changes) THEN
            RAISE EXCEPTION 'document changed meanwhile' USING ERRCODE = 'PK409';
          END IF;
          -- no more hangs on a document that is closed than the closing was decided on
          IF jsonb_path_exists(p_changes, '$[*].underWay') AND EXISTS (
             SELECT FROM jsonb_array_elements(p_changes) c JOIN documents child
                 ON child.parent_id = (c ->> 'document')::uuid AND child.parent_id = ANY (p_documents)
                AND child.status NOT IN (${ENDED}) AND ${seen('child')}
              WHERE c ? 'underWay' GROUP BY c, child.kind
             HAVING count(*) > coalesce((c -> 'underWay' ->> child.kind)::integer, 0)) THEN
            RAISE EXCEPTION 'another document has been sent meanwhile' USING ERRCODE = 'PK409';
          END IF;
          -- nothing has been sent beside a document that it might contradict, but for what it was compared with; whoever
          -- sends next to it waits for its parent here, and then sees it
          IF jsonb_path_exists(p_changes, '$[*].beside') THEN
            PERFORM FROM documents WHERE id = ANY (ARRAY(SELECT own.parent_id
                FROM jsonb_array_elements(p_changes) c JOIN documents own ON own.id = (c ->> 'document')::uuid
               WHERE own.id = ANY (p_documents) AND c ? 'beside')) ORDER BY id FOR UPDATE;
            IF EXISTS (
               SELECT FROM jsonb_array_elements(p_changes) c JOIN documents own ON own.id = (c ->> 'document')::uuid
                 JOIN documents rival ON rival.parent_id = own.parent_id AND rival.kind = own.kind AND rival.id <> own.id
                WHERE own.id = ANY (p_documents) AND c ? 'beside' AND rival.current_revision_id IS NOT NULL
                  AND rival.status NOT IN (${ENDED}) AND NOT c -> 'beside' ? rival.id::text) THEN
              RAISE EXCEPTION 'another document of its kind has been sent meanwhile' USING ERRCODE = 'PK409';
            END IF;
          END IF;
          -- the parent of a step forward must be in force, and stay so until this is written
          IF jsonb_path_exists(p_changes, '$[*].requires') THEN
            v_parents := ARRAY(SELECT DISTINCT (c #>> '{requires,document}')::uuid
              FROM jsonb_array_elements(p_changes) c WHERE c ? 'requires');
            PERFORM FROM documents WHERE id = ANY (v_parents) ORDER BY id FOR SHARE;
            IF EXISTS (SELECT FROM jsonb_array_elements(p_changes) c WHERE c ? 'requires' AND NOT EXISTS (
                 SELECT FROM (SELECT id, status FROM documents WHERE id = ANY (v_parents)) parent
                  WHERE parent.id = (c #>> '{requires,document}')::uuid
                    AND parent.status = c #>> '{requires,status}')) THEN
              RAISE EXCEPTION 'the parent has moved on' USING ERRCODE = 'PK409';
            END IF;
          END IF;
        END $$;

      -- Writes a list of changes, all or nothing. A change whose document meanwhile has another status or version
      -- raises PK409; the caller reads again and says who was faster (domain.md §0.11). A change is two statements, one
      -- that holds its document and one that writes: starting a statement costs about as much as writing a row, and
      -- every part of its plan as much again.
      --
      -- p_actor: {personId, tokenId, ip, requestId, claim?: {scope, key, operation, hash}}, of p_organization
      -- p_documents: the documents of the changes, once each
      -- p_changes: [{document, from, version, kindLabel, requires?, quiet?, underWay?, beside?, patch, revision?, frozenFile?, signature?,
      --   validation?, history, event: {event_id, type, before, after, parties}}]
      -- p_bytes: the signatures one after another; {from, length}, counted from 1, says which of them a change has
      -- Answers with the members of the first document's projection that are new: the document alone after a plain
      -- move, everything where a draft or a revision is concerned; NULL when the move hid it.
      CREATE FUNCTION document_commit(p_organization uuid, p_actor jsonb, p_now timestamptz, p_documents uuid[],
                                      p_changes jsonb, p_bytes bytea) RETURNS json
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
        SET plan_cache_mode = force_generic_plan SET enable_bitmapscan = off AS $$
        DECLARE
          v_person uuid := (p_actor ->> 'personId')::uuid;
          v_change jsonb;
          v_history jsonb;
          v_event jsonb;
          v_quiet boolean;
          -- are the document's rows of the registry built anew?
          v_rebuilt boolean;
          v_held record;
          v_old documents;
          v_new documents;
          v_first documents;
          v_first_rebuilt boolean;
        BEGIN
          IF p_actor ? 'claim' THEN
            INSERT INTO idempotency_keys (scope, key, organization_id, operation, request_hash, created_at)
            VALUES ((p_actor #>> '{claim,scope}')::uuid, p_actor #>> '{claim,key}', p_organization,
                    p_actor #>> '{claim,operation}', decode(p_actor #>> '{claim,hash}', 'hex'), p_now);
          END IF;
          IF jsonb_path_exists(p_changes, '$[*] ? (${HELD_FIRST})') THEN
            PERFORM document_hold(p_organization, p_documents, p_changes);
          ELSIF cardinality(p_documents) > 1 THEN
            -- whoever else writes several takes them in the same order
            PERFORM FROM documents d WHERE d.id = ANY (p_documents) AND ${seen('d')} ORDER BY d.id FOR UPDATE;
          END IF;

          IF jsonb_path_exists(p_changes, '$[*].revision') THEN
            INSERT INTO revisions SELECT r.* FROM jsonb_array_elements(p_changes) c,
              jsonb_populate_record(NULL::revisions, c -> 'revision') r WHERE c ? 'revision';
            INSERT INTO frozen_files SELECT f.* FROM jsonb_array_elements(p_changes) c,
              jsonb_populate_record(NULL::frozen_files, c -> 'frozenFile') f WHERE c ? 'revision';
          END IF;
          IF jsonb_path_exists(p_changes, '$[*].signature') THEN
            -- over the frozen file of its revision
            INSERT INTO signatures (id, frozen_file_id, revision_id, document_id, organization_id, person_id, token_id,
                role, person_name, position, cms, cms_sha256, level, certificate, test, claimed_at, received_at)
            SELECT s.id, f.id, s.revision_id, s.document_id, s.organization_id, s.person_id, s.token_id, s.role,
                s.person_name, s.position, substring(p_bytes FROM (c #>> '{signature,cms,from}')::integer
                                                     FOR (c #>> '{signature,cms,length}')::integer),
                s.cms_sha256, s.level, s.certificate, s.test, s.claimed_at, s.received_at
              FROM jsonb_array_elements(p_changes) c
             CROSS JOIN LATERAL jsonb_populate_record(NULL::signatures, (c -> 'signature') - 'cms') s
              LEFT JOIN frozen_files f ON f.revision_id = s.revision_id WHERE c ? 'signature';
            INSERT INTO signature_validations SELECT v.* FROM jsonb_array_elements(p_changes) c,
              jsonb_populate_record(NULL::signature_validations, c -> 'validation') v WHERE c ? 'signature';
          END IF;

          FOR place IN 0 .. jsonb_array_length(p_changes) - 1 LOOP
            v_change := p_changes -> place;
            v_quiet := v_change ? 'quiet';
            -- in the status and version it was read in; of what it is at this moment the rest is made
            IF place = 0 THEN
              SELECT d AS document,
                  (SELECT concat_ws(' ', surname, given_name, patronymic) FROM people WHERE id = v_person) AS person,
                  (SELECT coalesce(short_name, full_name) FROM organizations WHERE id = p_organization) AS organization
                INTO v_held ${HELD};
              v_old := v_held.document;
            ELSE
              SELECT d.* INTO v_old ${HELD};
            END IF;
            IF NOT FOUND THEN
              RAISE EXCEPTION 'document changed meanwhile' USING ERRCODE = 'PK409';
            END IF;
            v_new := jsonb_populate_record(v_old, v_change -> 'patch');
            IF v_change #> '{patch,last_reason,text}' IS NOT NULL THEN
              v_new.last_reason := v_new.last_reason
                || jsonb_build_object('byName', v_held.person, 'organizationName', v_held.organization);
            END IF;
            IF v_change #> '{patch,last_reminder}' IS NOT NULL THEN
              v_new.last_reminder := v_new.last_reminder || jsonb_build_object('byName', v_held.person);
            END IF;
            IF NOT v_quiet THEN
              v_new.version := v_old.version + 1;
              v_new.updated_at := p_now;
            END IF;
            v_rebuilt := NOT v_quiet
              AND (v_old.status = 'DRAFT' OR v_change ? 'revision' OR v_new.status IN ('DRAFT', 'DELETED'));
            v_history := v_change -> 'history';
            v_event := v_change -> 'event';

            WITH
              noted AS (
                INSERT INTO history_entries (id, at, organization_id, person_id, token_id, person_name,
                  organization_name, object_type, object_id, type, shared, from_status, to_status, reason, payload, ip,
                  request_id)
                VALUES ((v_history ->> 'id')::uuid, p_now, p_organization, v_person, (p_actor ->> 'tokenId')::uuid,
                  v_held.person, v_held.organization, 'document', v_old.id, v_history ->> 'type',
                  (v_history -> 'shared')::boolean, v_history ->> 'from_status', v_history ->> 'to_status',
                  v_history ->> 'reason', v_history -> 'payload', (p_actor ->> 'ip')::inet, p_actor ->> 'requestId')),
              told AS (
                INSERT INTO outbox (event_id, organization_id, type, object_type, object_id, actor_organization_id,
                  actor_person_id, before, after, at)
                SELECT (v_event ->> 'event_id')::uuid, party::uuid, v_event ->> 'type', 'document', v_old.id,
                  p_organization, v_person, v_event -> 'before', v_event -> 'after', p_now
                  FROM jsonb_array_elements_text(v_event -> 'parties') party),
              -- the rows of the registry follow their document, or are built anew
              listed AS (
                UPDATE registry_entries e SET status = v_new.status, updated_at = p_now,
                  waiting_since = CASE WHEN v_new.waiting_organization_id = e.organization_id
                    THEN v_new.waiting_since END
                 WHERE NOT v_quiet AND NOT v_rebuilt AND e.document_id = v_old.id
                   AND e.organization_id IN (v_old.employer_id, v_old.education_organization_id))
            UPDATE documents SET
              status = v_new.status, current_revision_id = v_new.current_revision_id,
              waiting_organization_id = v_new.waiting_organization_id, waiting_since = v_new.waiting_since,
              first_sent_at = v_new.first_sent_at, sent_for_signing_at = v_new.sent_for_signing_at,
              concluded_at = v_new.concluded_at, signed_outside = v_new.signed_outside,
              signed_on_paper_at = v_new.signed_on_paper_at, responsible = v_new.responsible, seats = v_new.seats,
              last_reason = v_new.last_reason, last_reminder = v_new.last_reminder, close_mode = v_new.close_mode,
              close_details = v_new.close_details, closed_at = v_new.closed_at, version = v_new.version,
              updated_at = v_new.updated_at
             WHERE id = v_old.id RETURNING * INTO v_new;

            IF v_rebuilt THEN
              PERFORM registry_sync(v_new.id, v_change ->> 'kindLabel');
            END IF;
            IF place = 0 THEN
              v_first := v_new;
              v_first_rebuilt := v_rebuilt;
            END IF;
          END LOOP;

          IF v_first_rebuilt THEN
            RETURN document_read(p_organization, v_first.id);
          END IF;
          IF p_changes -> 0 ? 'signature' THEN
            RETURN json_build_object('document', row_to_json(v_first), 'signatures', ${signatures('v_first.id')});
          END IF;
          RETURN json_build_object('document', row_to_json(v_first));
        END $$;

      GRANT SELECT ON partnerships, signatures, files, frozen_files TO praktika_reader;
      GRANT INSERT ON history_entries, outbox, revisions, frozen_files, signatures, signature_validations,
        idempotency_keys TO praktika_reader;
      GRANT UPDATE ON documents TO praktika_reader;
      ALTER FUNCTION document_read(uuid, uuid) OWNER TO praktika_reader;
      ALTER FUNCTION documents_read(uuid, uuid[]) OWNER TO praktika_reader;
      ALTER FUNCTION document_hold(uuid, uuid[], jsonb) OWNER TO praktika_reader;
      ALTER FUNCTION document_commit(uuid, jsonb, timestamptz, uuid[], jsonb, bytea) OWNER TO praktika_reader;
      REVOKE ALL ON FUNCTION party_json(organizations), document_read(uuid, uuid), documents_read(uuid, uuid[]),
        document_hold(uuid, uuid[], jsonb), document_commit(uuid, jsonb, timestamptz, uuid[], jsonb, bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION party_json(organizations) TO praktika_app, praktika_reader, praktika_jobs;
      GRANT EXECUTE ON FUNCTION document_read(uuid, uuid), documents_read(uuid, uuid[]),
        document_commit(uuid, jsonb, timestamptz, uuid[], jsonb, bytea) TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
