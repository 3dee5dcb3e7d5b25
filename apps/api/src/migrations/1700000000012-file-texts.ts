import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Text inside sent files, and the search of the registry that looks into it. `file_texts` keeps what was read of a
 * content, whoever uploaded it, and is nobody's to read; `document_texts` holds the words of a document's current
 * sent revision for its two parties, never a draft's.
 */
export class FileTexts1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file_texts (
        sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        -- what came of the reading; a file that cannot be read is not read again and again
        status text NOT NULL
          CHECK (status IN ('READ', 'PARTLY', 'EMPTY', 'ENCRYPTED', 'DAMAGED', 'UNSUPPORTED', 'TIMED_OUT')),
        text text NOT NULL CHECK (text = '' OR status IN ('READ', 'PARTLY')),
        read_at timestamptz NOT NULL
      );

      CREATE TABLE document_texts (
        document_id uuid PRIMARY KEY REFERENCES documents,
        -- the revision whose files these words stand in
        revision_id uuid NOT NULL REFERENCES revisions,
        parties uuid[] NOT NULL,
        -- NULL until the files have been read
        words tsvector,
        -- when the last reading that has come to nothing began
        attempted_at timestamptz
      ) WITH (
        autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05
      );
      -- whoever writes words puts them into the index at once; a search never goes through a list of new ones
      CREATE INDEX document_texts_search ON document_texts USING gin (parties, words) WITH (fastupdate = off);
      CREATE INDEX document_texts_unread ON document_texts (attempted_at NULLS FIRST) WHERE words IS NULL;

      ALTER TABLE file_texts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY maintenance ON file_texts TO praktika_owner USING (true) WITH CHECK (true);
      ALTER TABLE document_texts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY party ON document_texts FOR SELECT USING (app_organization() = ANY (parties));
      CREATE POLICY maintenance ON document_texts TO praktika_owner USING (true) WITH CHECK (true);

      GRANT SELECT ON document_texts TO praktika_app;
      GRANT SELECT, INSERT ON file_texts TO praktika_jobs;
      GRANT SELECT, UPDATE ON document_texts TO praktika_jobs;
      GRANT SELECT ON file_texts TO praktika_reader;
      GRANT SELECT, INSERT, UPDATE, DELETE ON document_texts TO praktika_reader;

      -- what was sent before
      INSERT INTO document_texts (document_id, revision_id, parties)
      SELECT id, current_revision_id, ARRAY[employer_id, education_organization_id] FROM documents
       WHERE current_revision_id IS NOT NULL AND status <> 'DELETED';
    `);
    await runner.query(`
      -- Words and numbers apart from the signs between them, so that both sides of a search split them alike.
      CREATE FUNCTION plain_words(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT regexp_replace(translate(lower(p_text), 'ё', 'е'), '[^[:alnum:]]+', ' ', 'g') $$;

      -- The words of a text by their Russian stems. Where they stand is not kept: nothing is ranked and no phrase is
      -- sought. A text with more different words than PostgreSQL takes is kept as far as it takes them.
      CREATE FUNCTION text_words(p_text text) RETURNS tsvector
        LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = public SET client_min_messages = warning AS $$
        BEGIN
          RETURN strip(to_tsvector('russian', plain_words(p_text)));
        EXCEPTION WHEN program_limit_exceeded THEN
          RETURN strip(to_tsvector('russian', plain_words(left(p_text, 100000))));
        END $$;

      -- What is looked for: every word in any of its forms, the last one also as the beginning of a longer one. Words
      -- too common to be kept ask for nothing.
      CREATE FUNCTION text_query(p_text text) RETURNS tsquery
        LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = public SET client_min_messages = warning AS $$
        DECLARE
          plain text := trim(plain_words(p_text));
          last text := substring(plain FROM '[^ ]*$');
          last_words tsquery := plainto_tsquery('russian', last);
        BEGIN
          IF numnode(last_words) > 0 AND length(last) >= 4 THEN
            last_words := last_words || to_tsquery('simple', last || ':*');
          END IF;
          RETURN plainto_tsquery('russian', left(plain, -length(last))) && last_words;
        END $$;

      -- Registry rows of the transaction's organization that hold a pattern, and those whose files hold the words of
      -- a query; for a text that many rows hold, a row of NULLs among whatever else: it is not worth fetching. It runs
      -- past the policies, which would keep LIKE and @@ from their indexes, and is scoped by the same setting.
      --
      -- p_sample newest rows are tested first: a text that every twentieth of them holds needs no index. p_most rows
      -- are fetched for each of the two at most.
      CREATE FUNCTION registry_search(p_pattern text, p_words tsquery, p_sample integer, p_most integer)
        RETURNS SETOF registry_entries
        LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = public
        -- how rare the text is decides how to look for it; other organizations' rows are never gone through
        SET plan_cache_mode = force_custom_plan SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
        DECLARE
          own uuid := app_organization();
          found bigint;
          common boolean;
        BEGIN
          SELECT count(*) > p_sample / 20 INTO common
            FROM (SELECT document_id, search_text FROM registry_entries WHERE organization_id = own
                   ORDER BY updated_at DESC, document_id DESC LIMIT p_sample) e
           WHERE e.search_text LIKE p_pattern
              OR (SELECT t.words @@ p_words FROM document_texts t WHERE t.document_id = e.document_id);
          IF NOT common THEN
            RETURN QUERY SELECT e.* FROM registry_texts t
              JOIN registry_entries e ON e.organization_id = own AND e.document_id = t.document_id
             WHERE t.organization_id = own AND t.search_text LIKE p_pattern LIMIT p_most + 1;
            GET DIAGNOSTICS found = ROW_COUNT;
            common := found > p_most;
          END IF;
          IF NOT common AND numnode(p_words) > 0 THEN
            RETURN QUERY SELECT e.* FROM document_texts t
              JOIN registry_entries e ON e.organization_id = own AND e.document_id = t.document_id
             WHERE t.parties @> ARRAY[own] AND t.words @@ p_words AND e.search_text NOT LIKE p_pattern
             LIMIT p_most + 1;
            GET DIAGNOSTICS found = ROW_COUNT;
            common := found > p_most;
          END IF;
          IF common THEN
            RETURN QUERY SELECT (NULL::registry_entries).*;
          END IF;
        END $$;

      -- The kept text of a file that a revision carries to the transaction's organization.
      CREATE FUNCTION kept_text(p_revision uuid, p_sha256 text) RETURNS TABLE (status text, text text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
          SELECT t.status, t.text FROM revisions r
            JOIN documents d ON d.id = r.document_id
            JOIN file_texts t ON t.sha256 = p_sha256
           WHERE r.id = p_revision AND d.status <> 'DELETED'
             AND app_organization() IN (d.employer_id, d.education_organization_id)
             AND jsonb_path_query_array(r.files, '$[*].sha256') @> to_jsonb(p_sha256)
        $$;

      ALTER FUNCTION registry_search(text, tsquery, integer, integer) OWNER TO praktika_reader;
      ALTER FUNCTION kept_text(uuid, text) OWNER TO praktika_reader;
      REVOKE ALL ON FUNCTION plain_words(text), text_words(text), text_query(text), kept_text(uuid, text),
        registry_search(text, tsquery, integer, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION plain_words(text), text_words(text) TO praktika_jobs;
      GRANT EXECUTE ON FUNCTION plain_words(text), text_query(text), kept_text(uuid, text),
        registry_search(text, tsquery, integer, integer) TO praktika_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
