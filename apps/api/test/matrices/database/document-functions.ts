import type pg from 'pg';
import { NOW, rowsOf, type DefinerCase, type Ids } from './probe.js';

/** A document like another one that its author has never sent, for the length of some work. */
const withUnsentDraft = async (
  owner: pg.Client,
  pattern: string,
  work: (draft: string, author: string, recipient: string) => Promise<void>,
) => {
  const { rows } = await owner.query<{ id: string; author: string; recipient: string }>(
    `INSERT INTO documents (id, kind, status, employer_id, education_organization_id, author_side, created_at, updated_at)
     SELECT gen_random_uuid(), kind, 'DRAFT', employer_id, education_organization_id, author_side, created_at, updated_at
       FROM documents WHERE id = $1
     RETURNING id, author_id AS author,
       CASE author_side WHEN 'EMPLOYER' THEN education_organization_id ELSE employer_id END AS recipient`,
    [pattern],
  );
  const { id, author, recipient } = rows[0]!;
  try {
    await work(id, author, recipient);
  } finally {
    await owner.query('DELETE FROM documents WHERE id = $1', [id]);
  }
};

/** Documents, their files, their texts and their rows of the registry. */
export const DOCUMENT_FUNCTIONS: Readonly<Record<string, DefinerCase>> = {
  file_of_document: {
    scopedBy: 'the file and the organization that a revision or a closing carried it to',
    check: async ({ app, own, stranger }) => {
      const call = 'SELECT * FROM file_of_document($1, $2)';
      expect(await rowsOf(app, call, [own.sentFileId, own.organizationId])).toHaveLength(1);
      expect(await rowsOf(app, call, [own.sentFileId, stranger.organizationId])).toEqual([]);
      // what has not been sent is nobody's by this road, its owner's included
      expect(await rowsOf(app, call, [own.draftFileId, own.organizationId])).toEqual([]);
      expect(await rowsOf(app, call, [own.draftFileId, stranger.organizationId])).toEqual([]);
    },
  },
  document_read: {
    scopedBy: 'the organization, which must be a party, and for a recipient only what has been sent',
    check: async ({ app, owner, own, stranger }) => {
      const read = 'SELECT document_read($1, $2) AS document';
      const [seen] = await rowsOf(app, read, [own.organizationId, own.documentId]);
      expect(seen?.['document']).toMatchObject({ document: { id: own.documentId } });
      expect(await rowsOf(app, read, [stranger.organizationId, own.documentId])).toEqual([
        { document: null },
      ]);
      expect(await rowsOf(app, read, [null, own.documentId])).toEqual([{ document: null }]);
      await withUnsentDraft(owner, own.documentId, async (draft, author, recipient) => {
        const [mine] = await rowsOf(app, read, [author, draft]);
        expect(mine?.['document']).toMatchObject({ document: { id: draft } });
        expect(await rowsOf(app, read, [recipient, draft])).toEqual([{ document: null }]);
      });
    },
  },
  documents_read: {
    scopedBy: 'the organization: each document as document_read gives it',
    check: async ({ app, own, stranger }) => {
      const read = 'SELECT * FROM documents_read($1, $2)';
      const ids = [own.documentId, stranger.documentId];
      for (const { organizationId, documentId } of [own, stranger]) {
        const rows = await rowsOf(app, read, [organizationId, ids]);
        expect(rows.map(({ id }) => id)).toEqual([documentId]);
        const one = await rowsOf(app, 'SELECT document_read($1, $2) AS projection', [
          organizationId,
          documentId,
        ]);
        expect(rows[0]?.['projection']).toEqual(one[0]?.['projection']);
      }
    },
  },
  registry_sync: {
    scopedBy: 'the document; writes its own two rows from what is stored and returns nothing',
    check: async ({ app, owner, own }) => {
      const rest = `SELECT md5(string_agg(e::text, '|' ORDER BY e::text)) FROM registry_entries e WHERE document_id <> $1`;
      const mine = `SELECT organization_id, status, number, title FROM registry_entries WHERE document_id = $1 ORDER BY 1`;
      const before = [
        await rowsOf(owner, rest, [own.documentId]),
        await rowsOf(owner, mine, [own.documentId]),
      ];
      const answer = await rowsOf(app, 'SELECT registry_sync($1, $2)::text AS nothing', [
        own.documentId,
        'Договор на период практики',
      ]);
      expect(answer).toEqual([{ nothing: '' }]);
      expect([
        await rowsOf(owner, rest, [own.documentId]),
        await rowsOf(owner, mine, [own.documentId]),
      ]).toEqual(before);
    },
  },
  document_commit: {
    scopedBy:
      'the organization: changes of documents it may see, written in its own name; nothing else is written',
    check: async ({ app, owner, own, stranger }) => {
      const all = `SELECT md5(string_agg(d::text, '|' ORDER BY d.id)) FROM documents d
                   UNION ALL SELECT md5(string_agg(e::text, '|' ORDER BY e::text)) FROM registry_entries e
                   UNION ALL SELECT count(*)::text FROM history_entries UNION ALL SELECT count(*)::text FROM outbox
                   UNION ALL SELECT count(*)::text FROM revisions UNION ALL SELECT count(*)::text FROM signatures`;
      const { rows } = await owner.query<{ id: string; status: string; version: number }>(
        'SELECT id, status, version FROM documents WHERE id = $1',
        [own.documentId],
      );
      const { status, version } = rows[0]!;
      const change = (id: string, more: object = {}) => ({
        document: id,
        from: status,
        version,
        kindLabel: 'Договор',
        patch: { status: 'WITHDRAWN', employer_id: stranger.organizationId },
        history: { id: own.sessionId, type: 'transition', shared: true, payload: {} },
        event: { parties: [] },
        ...more,
      });
      const commit = (who: Ids, id: string, more?: object) =>
        rowsOf(app, 'SELECT document_commit($1, $2, $3, $4, $5, NULL)', [
          who.organizationId,
          JSON.stringify({ personId: who.personId, ip: '127.0.0.1', requestId: 'probe' }),
          NOW,
          [id],
          JSON.stringify([change(id, more)]),
        ]);
      const before = await rowsOf(owner, all, []);
      await expect(commit(stranger, own.documentId)).rejects.toMatchObject({ code: 'PK409' });
      // rows that name another document, or another organization, are no part of a change
      const id = own.tokenId;
      for (const more of [
        { revision: { id, document_id: stranger.documentId } },
        { revision: { id, document_id: own.documentId }, frozenFile: { revision_id: stranger.tokenId } },
        { signature: { id, document_id: stranger.documentId, organization_id: own.organizationId } },
        { signature: { id, document_id: own.documentId, organization_id: stranger.organizationId } },
      ]) {
        await expect(commit(own, own.documentId, more)).rejects.toMatchObject({ code: 'PK403' });
      }
      await withUnsentDraft(owner, own.documentId, async (draft, author, recipient) => {
        const drafted = { from: 'DRAFT', version: 1 };
        const people = { ...own, organizationId: recipient };
        await expect(commit(people, draft, drafted)).rejects.toMatchObject({ code: 'PK409' });
        expect(author).not.toBe(recipient);
      });
      expect(await rowsOf(owner, all, [])).toEqual(before);
    },
  },
  registry_search: {
    scopedBy: 'the transaction’s organization, the setting the policies go by; none is set, nothing is found',
    check: async ({ app, owner, own, stranger }) => {
      const search = async (organizationId: string, pattern: string, words: string) => {
        await app.query('BEGIN');
        await app.query(`SELECT set_config('app.organization', $1, true)`, [organizationId]);
        const call = `SELECT document_id AS id FROM registry_search($1, text_query($2), 0, 1000)`;
        const rows = await rowsOf(app, call, [pattern, words]);
        await app.query('COMMIT');
        return rows.map((row) => row['id']);
      };
      await owner.query(
        `UPDATE document_texts SET words = text_words('Дефибриллятор') WHERE document_id = ANY ($1)`,
        [[own.documentId, stranger.documentId]],
      );
      expect(await search(own.organizationId, '%', '')).toContain(own.documentId);
      expect(await search(stranger.organizationId, '%', '')).not.toContain(own.documentId);
      expect(await search('', '%', '')).toEqual([]);
      expect(await search(own.organizationId, 'none', 'дефибрилляторы')).toEqual([own.documentId]);
      expect(await search(stranger.organizationId, 'none', 'дефибрилляторы')).toEqual([stranger.documentId]);
      expect(await search('', 'none', 'дефибрилляторы')).toEqual([]);
    },
  },
  kept_text: {
    scopedBy: 'the transaction’s organization and the revision that carries the file to it',
    check: async ({ app, owner, own, stranger }) => {
      const sha256 = (file: string) =>
        owner
          .query<{ sha256: string }>('SELECT sha256 FROM files WHERE id = $1', [file])
          .then(({ rows }) => rows[0]!.sha256);
      const [sent, draft] = [await sha256(own.sentFileId), await sha256(own.draftFileId)];
      await owner.query(
        `INSERT INTO file_texts SELECT hash, 'READ', 'текст', $2 FROM unnest($1::text[]) hash ON CONFLICT DO NOTHING`,
        [[sent, draft], NOW],
      );
      const [revision] = await rowsOf(owner, 'SELECT id FROM revisions WHERE document_id = $1', [
        own.documentId,
      ]);
      const kept = async (organizationId: string, hash: string) => {
        await app.query('BEGIN');
        await app.query(`SELECT set_config('app.organization', $1, true)`, [organizationId]);
        const rows = await rowsOf(app, 'SELECT text FROM kept_text($1, $2)', [revision?.['id'], hash]);
        await app.query('COMMIT');
        return rows;
      };
      expect(await kept(own.organizationId, sent)).toHaveLength(1);
      expect(await kept(own.organizationId, draft)).toEqual([]);
      expect(await kept(stranger.organizationId, sent)).toEqual([]);
      expect(await kept('', sent)).toEqual([]);
    },
  },
  registry_put: {
    scopedBy: 'nobody: it belongs to registry_sync, and the application may not call it',
    check: async ({ app, owner }) => {
      const granted = `SELECT has_function_privilege('praktika_app', oid, 'EXECUTE') AS may
                         FROM pg_proc WHERE proname = 'registry_put'`;
      expect(await rowsOf(owner, granted, [])).toEqual([{ may: false }]);
      await expect(
        app.query(
          `SELECT registry_put(d, d.author_id, 'OUTGOING', 'DRAFT', '1', NULL, NULL, 'x') FROM documents d`,
        ),
      ).rejects.toMatchObject({ code: '42501' });
    },
  },
};
