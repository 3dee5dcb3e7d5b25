import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The functions that run with more than the application's rights. Each belongs to the NOLOGIN role
 * `praktika_reader`, takes what it is scoped by as arguments and has its own isolation test.
 *
 * - sign-in: nobody is known yet, so no policy could let the rows through;
 * - set-up: the first person of an installation where nobody acts yet; only the holder of the one-time link;
 * - `registry_sync`: writes both parties' registry rows from the document, the one place that knows how, and notes
 *   that files of a new revision are to be read.
 */
export class Functions1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Standing of a session at an instant: who, for whom, with which roles; no row when it does not hold.
      CREATE FUNCTION auth_session(p_session uuid, p_now timestamptz, p_idle interval)
        RETURNS TABLE (person_id uuid, organization_id uuid, side text, roles text[], time_zone text,
                       must_change_password boolean, last_seen_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        -- asked at every request: planned once per connection
        SET plan_cache_mode = force_generic_plan AS $$
          SELECT s.person_id, m.organization_id, o.side, coalesce(m.roles, '{}'), o.time_zone,
                 p.must_change_password, s.last_seen_at
            FROM sessions s
            JOIN people p ON p.id = s.person_id AND p.blocked_at IS NULL
            LEFT JOIN memberships m ON m.organization_id = s.organization_id AND m.person_id = s.person_id
              AND m.ended_at IS NULL
            LEFT JOIN organizations o ON o.id = m.organization_id
           WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > p_now
             AND s.last_seen_at > p_now - p_idle
        $$;

      CREATE FUNCTION auth_touch_session(p_session uuid, p_now timestamptz) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
          UPDATE sessions SET last_seen_at = p_now WHERE id = p_session AND last_seen_at < p_now $$;

      CREATE FUNCTION auth_person(p_email text)
        RETURNS TABLE (id uuid, password_hash text, blocked_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
          SELECT id, password_hash, blocked_at FROM people WHERE lower(email) = lower(p_email) $$;

      -- An API token with its organization and its creator's present roles (a token never exceeds them).
      CREATE FUNCTION auth_token(p_hash bytea, p_now timestamptz)
        RETURNS TABLE (id uuid, organization_id uuid, side text, scopes text[], time_zone text, created_by uuid,
                       creator_roles text[], last_used_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
          SELECT t.id, t.organization_id, o.side, t.scopes, o.time_zone, t.created_by, m.roles, t.last_used_at
            FROM api_tokens t
            JOIN organizations o ON o.id = t.organization_id
            JOIN memberships m ON m.organization_id = t.organization_id AND m.person_id = t.created_by
              AND m.ended_at IS NULL
            JOIN people p ON p.id = t.created_by AND p.blocked_at IS NULL
           WHERE t.token_hash = p_hash AND t.revoked_at IS NULL AND t.expires_at > p_now
        $$;

      CREATE FUNCTION auth_touch_token(p_token uuid, p_now timestamptz, p_ip inet) RETURNS void
        LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
          UPDATE api_tokens SET last_used_at = p_now, last_used_ip = p_ip WHERE id = p_token $$;

      -- When an organization's people last acted for it. Their other sessions are nobody's business.
      CREATE FUNCTION members_last_seen(p_organization uuid)
        RETURNS TABLE (person_id uuid, last_seen_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
          SELECT m.person_id, max(s.last_seen_at)
            FROM memberships m JOIN sessions s ON s.person_id = m.person_id AND s.organization_id = p_organization
           WHERE m.organization_id = p_organization AND m.ended_at IS NULL
           GROUP BY m.person_id $$;
    `);
    await runner.query(`
      -- A file that a revision or a closing carries to the organization. The policies of \`files\` show one's own
      -- only, and a search by file could not use its index under the policies of \`revisions\`.
      CREATE FUNCTION file_of_document(p_file uuid, p_organization uuid)
        RETURNS TABLE (sha256 text, size bigint, name text, media_type text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
          SELECT f.sha256, f.size, f.name, f.media_type FROM files f
           WHERE f.id = p_file AND (
             EXISTS (SELECT FROM revisions r JOIN documents d ON d.id = r.document_id
               WHERE jsonb_path_query_array(r.files, '$[*].fileId') @> to_jsonb(p_file::text)
                 AND p_organization IN (d.employer_id, d.education_organization_id) AND d.status <> 'DELETED')
             OR EXISTS (SELECT FROM documents d
               WHERE jsonb_path_query_array(d.close_details, '$.files[*].fileId') @> to_jsonb(p_file::text)
                 AND d.close_details IS NOT NULL
                 AND p_organization IN (d.employer_id, d.education_organization_id) AND d.status <> 'DELETED')
             OR EXISTS (SELECT FROM applications a WHERE a.file_id = p_file AND p_organization = a.recipient_id
                 AND a.status NOT IN ('DRAFT', 'DELETED')))
        $$;
    `);
    await runner.query(`
      -- What the set-up link with this hash is worth: OPEN, USED or UNKNOWN. Once anybody acts it opens nothing.
      CREATE FUNCTION setup_state(p_token_hash text) RETURNS text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
          SELECT coalesce((
            SELECT CASE WHEN value ? 'usedAt' OR EXISTS (SELECT FROM organizations WHERE acting) THEN 'USED'
                        ELSE 'OPEN' END
              FROM installation_facts WHERE name = 'setup' AND value ->> 'tokenHash' = p_token_hash), 'UNKNOWN')
        $$;

      -- Uses the link up: the platform's own organization and its first person, all or nothing. The side, the names
      -- and the roles stand here and are no arguments, so the application can make nobody else by this road. The
      -- platform is no party of any document: its ИНН and ОГРН stay zeroes.
      CREATE FUNCTION complete_setup(p_token_hash text, p_organization uuid, p_person uuid, p_membership uuid,
                                     p_surname text, p_given_name text, p_patronymic text, p_email text,
                                     p_password_hash text, p_now timestamptz) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE
          state text;
          full_name constant text := 'Оператор системы «Практика»';
          short_name constant text := 'Платформа «Практика»';
        BEGIN
          -- a parallel set-up waits here, and then finds the link used
          PERFORM FROM installation_facts WHERE name = 'setup' FOR UPDATE;
          state := setup_state(p_token_hash);
          IF state <> 'OPEN' THEN
            RETURN state;
          END IF;
          UPDATE installation_facts SET value = value || jsonb_build_object('usedAt', p_now), at = p_now
           WHERE name = 'setup';
          INSERT INTO organizations (id, side, legal_form, full_name, short_name, inn, ogrn, profile_email, acting,
            search_text, created_at, updated_at)
          VALUES (p_organization, 'PLATFORM', 'OTHER', full_name, short_name, '0000000000', '0000000000000',
            p_email, true, normalize_search(full_name || ' ' || short_name), p_now, p_now);
          INSERT INTO people (id, surname, given_name, patronymic, email, password_hash, created_at, updated_at)
          VALUES (p_person, p_surname, p_given_name, p_patronymic, p_email, p_password_hash, p_now, p_now);
          INSERT INTO memberships (id, organization_id, person_id, roles, started_at)
          VALUES (p_membership, p_organization, p_person, '{SYSTEM_OPERATOR,MODERATOR}', p_now);
          RETURN state;
        END $$;
    `);
    await runner.query(`
      CREATE FUNCTION registry_sync(p_document uuid, p_kind_label text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE
          d documents%ROWTYPE;
          draft document_drafts%ROWTYPE;
          sent revisions%ROWTYPE;
        BEGIN
          SELECT * INTO d FROM documents WHERE id = p_document;
          IF d.status = 'DELETED' THEN
            DELETE FROM document_texts WHERE document_id = p_document;
            DELETE FROM registry_entries WHERE document_id = p_document;
            RETURN;
          END IF;
          -- files of a new revision are read later; what stood in the old ones is no longer found
          IF d.current_revision_id IS NOT NULL THEN
            INSERT INTO document_texts AS t (document_id, revision_id, parties)
            VALUES (d.id, d.current_revision_id, ARRAY[d.employer_id, d.education_organization_id])
            ON CONFLICT (document_id) DO UPDATE
              SET revision_id = excluded.revision_id, words = NULL, attempted_at = NULL
              WHERE t.revision_id <> excluded.revision_id;
          END IF;
          SELECT * INTO sent FROM revisions WHERE id = d.current_revision_id;
          -- The author of a draft sees the working draft; everybody else what was sent last (domain.md §0.8).
          IF d.status = 'DRAFT' THEN
            SELECT * INTO draft FROM document_drafts WHERE document_id = p_document;
          ELSE
            draft.number := sent.number;
            draft.document_date := sent.document_date;
            draft.terms := sent.terms;
          END IF;

          PERFORM registry_put(d, d.author_id, 'OUTGOING', d.status, draft.number, draft.document_date,
                               draft.terms, p_kind_label);
          IF d.first_sent_at IS NOT NULL THEN
            PERFORM registry_put(d,
              CASE d.author_side WHEN 'EMPLOYER' THEN d.education_organization_id ELSE d.employer_id END,
              'INCOMING', CASE d.status WHEN 'DRAFT' THEN 'ON_REVISION' ELSE d.status END,
              sent.number, sent.document_date, sent.terms, p_kind_label);
          END IF;
        END $$;

      CREATE FUNCTION registry_put(d documents, p_organization uuid, p_direction text, p_status text,
                                   p_number text, p_date date, p_terms jsonb, p_kind_label text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        DECLARE
          partner organizations%ROWTYPE;
          v_title text := p_kind_label || coalesce(' № ' || p_number, '')
                          || coalesce(' от ' || to_char(p_date, 'DD.MM.YYYY'), '');
        BEGIN
          SELECT * INTO partner FROM organizations WHERE id =
            CASE p_organization WHEN d.employer_id THEN d.education_organization_id ELSE d.employer_id END;
          INSERT INTO registry_entries AS e (document_id, organization_id, direction, kind, status, number,
            document_date, sort_date, title, partner_id, partner_name, parent_id, practice_from, practice_to, waiting_since,
            search_text, updated_at)
          VALUES (d.id, p_organization, p_direction, d.kind, p_status, p_number, p_date,
            coalesce(p_date, d.created_at::date), v_title, partner.id,
            coalesce(partner.short_name, partner.full_name), d.parent_id,
            (p_terms ->> 'validFrom')::date, (p_terms ->> 'validTo')::date,
            CASE WHEN d.waiting_organization_id = p_organization THEN d.waiting_since END,
            normalize_search(v_title) || ' ' || partner.search_text, d.updated_at)
          ON CONFLICT (organization_id, document_id) DO UPDATE SET
            status = excluded.status, number = excluded.number, document_date = excluded.document_date,
            sort_date = excluded.sort_date,
            title = excluded.title, partner_name = excluded.partner_name, parent_id = excluded.parent_id,
            practice_from = excluded.practice_from, practice_to = excluded.practice_to,
            waiting_since = excluded.waiting_since, search_text = excluded.search_text,
            updated_at = excluded.updated_at
          -- the author's edits of a draft are no news to the recipient
          WHERE (e.status, e.number, e.document_date, e.practice_from, e.practice_to, e.waiting_since,
                 e.partner_name)
                IS DISTINCT FROM
                (excluded.status, excluded.number, excluded.document_date, excluded.practice_from,
                 excluded.practice_to, excluded.waiting_since, excluded.partner_name)
             OR e.direction = 'OUTGOING';
        END $$;

      -- The same normal form as searchText() of the contracts lib; a test holds the two together.
      CREATE FUNCTION normalize_search(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT trim(regexp_replace(regexp_replace(replace(lower(normalize(p_text, NFC)), 'ё', 'е'),
          '[«»"''“”„\`]', '', 'g'), '\\s+', ' ', 'g')) $$;
    `);
    await runner.query(`
      GRANT SELECT ON organizations, people, memberships, sessions, api_tokens, documents, document_drafts,
        revisions, files, applications TO praktika_reader;
      GRANT UPDATE ON sessions, api_tokens TO praktika_reader;
      GRANT SELECT, INSERT, UPDATE, DELETE ON registry_entries, registry_texts TO praktika_reader;
      GRANT SELECT, UPDATE ON installation_facts TO praktika_reader;
      GRANT INSERT ON organizations, people, memberships TO praktika_reader;
      ALTER FUNCTION auth_session(uuid, timestamptz, interval) OWNER TO praktika_reader;
      ALTER FUNCTION auth_touch_session(uuid, timestamptz) OWNER TO praktika_reader;
      ALTER FUNCTION auth_person(text) OWNER TO praktika_reader;
      ALTER FUNCTION auth_token(bytea, timestamptz) OWNER TO praktika_reader;
      ALTER FUNCTION auth_touch_token(uuid, timestamptz, inet) OWNER TO praktika_reader;
      ALTER FUNCTION members_last_seen(uuid) OWNER TO praktika_reader;
      ALTER FUNCTION file_of_document(uuid, uuid) OWNER TO praktika_reader;
      ALTER FUNCTION setup_state(text) OWNER TO praktika_reader;
      ALTER FUNCTION complete_setup(text, uuid, uuid, uuid, text, text, text, text, text, timestamptz)
        OWNER TO praktika_reader;
      ALTER FUNCTION registry_sync(uuid, text) OWNER TO praktika_reader;
      ALTER FUNCTION registry_put(documents, uuid, text, text, text, date, jsonb, text) OWNER TO praktika_reader;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_organization(), app_person(), normalize_search(text)
        TO praktika_app, praktika_reader, praktika_jobs;
      GRANT EXECUTE ON FUNCTION auth_session(uuid, timestamptz, interval),
        auth_touch_session(uuid, timestamptz), auth_person(text), auth_token(bytea, timestamptz),
        auth_touch_token(uuid, timestamptz, inet), members_last_seen(uuid),
        registry_sync(uuid, text), setup_state(text),
        complete_setup(text, uuid, uuid, uuid, text, text, text, text, text, timestamptz),
        file_of_document(uuid, uuid) TO praktika_app;

      -- Scheduled work crosses organizations: it takes on praktika_jobs for one transaction.
      GRANT SELECT ON ALL TABLES IN SCHEMA public TO praktika_jobs;
      GRANT INSERT, UPDATE ON outbox, feed_positions, reactions_done, notifications, reminder_days, mails,
        trusted_certificates, revocation_lists TO praktika_jobs;
      GRANT INSERT ON history_entries TO praktika_jobs;
      GRANT DELETE ON idempotency_keys, sign_in_attempts, sessions TO praktika_jobs;
      GRANT SELECT ON feed_positions TO praktika_jobs;
    `);
    await runner.query(`
      -- Migrations and the demo's seed run as the owner, who is held by FORCE ROW LEVEL SECURITY too.
      DO $$ DECLARE t regclass; BEGIN
        FOR t IN SELECT oid FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace LOOP
          EXECUTE format('CREATE POLICY maintenance ON %s TO praktika_owner USING (true) WITH CHECK (true)', t);
        END LOOP;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
