import type pg from 'pg';

/** Two organizations that have nothing to do with each other, as rows of the database. */
export interface Probe {
  /** A connection as the application, outside any transaction of its own. */
  readonly app: pg.Client;
  readonly owner: pg.Client;
  /** Organization A, whose rows nobody else may get. */
  readonly own: Ids;
  /** Organization B: the stranger. */
  readonly stranger: Ids;
}

export interface Ids {
  readonly organizationId: string;
  readonly personId: string;
  readonly email: string;
  readonly sessionId: string;
  readonly tokenId: string;
  /** A document sent by A to its partner; B's own for B. */
  readonly documentId: string;
  readonly sentFileId: string;
  readonly draftFileId: string;
}

/** What a function with more than the application's rights may let out, and the proof that it lets out no more. */
export interface DefinerCase {
  readonly scopedBy: string;
  readonly check: (probe: Probe) => Promise<void>;
}

const NOW = '2026-09-07T09:00:00Z';

/** The hash of a set-up link that nobody has used, left over where somebody acts already. */
const LEFT_OVER = 'a'.repeat(64);

const withLeftOverLink = async (owner: pg.Client, work: () => Promise<void>) => {
  await owner.query(
    `INSERT INTO installation_facts VALUES ('setup', jsonb_build_object('tokenHash', $1::text), $2)`,
    [LEFT_OVER, NOW],
  );
  try {
    await work();
  } finally {
    await owner.query(`DELETE FROM installation_facts WHERE name = 'setup'`);
  }
};

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

const rowsOf = async (client: pg.Client, text: string, values: unknown[]) =>
  (await client.query<Record<string, unknown>>(text, values)).rows;

/** Runs a statement under the scope of an organization. */
async function scoped(client: pg.Client, organizationId: string, text: string, values: unknown[] = []) {
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.organization', $1, true)`, [organizationId]);
  const rows = await rowsOf(client, text, values);
  await client.query('COMMIT');
  return rows;
}

/** A listing of each organization in each status, all about an oscilloscope. @returns their ids by organization and status */
async function listings(owner: pg.Client, organizations: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const organizationId of organizations) {
    for (const [index, status] of ['DRAFT', 'UNPUBLISHED', 'PUBLISHED'].entries()) {
      const { rows } = await owner.query<{ id: string }>(
        `INSERT INTO listings (id, organization_id, side, status, number, title, terms, period_from, period_to,
           search_text, published_at, created_at, updated_at)
         VALUES (gen_random_uuid(), $1, 'EMPLOYER', $2, $3, 'x', $4, '2026-10-01', '2026-10-02', ' осциллограф',
           now(), now(), now()) RETURNING id`,
        [
          organizationId,
          status,
          index === 0 ? null : 9000 + index,
          { applicationType: 'PRACTICE', areaCode: '06', regionCode: '77', seats: 1 },
        ],
      );
      ids.set(`${organizationId} ${status}`, rows[0]!.id);
    }
  }
  return ids;
}

/** Every SECURITY DEFINER function there is; the test fails for one that is not here. */
export const DEFINER_FUNCTIONS: Readonly<Record<string, DefinerCase>> = {
  auth_session: {
    scopedBy: 'the id of the session, which only its cookie knows',
    check: async ({ app, own, stranger }) => {
      const call = 'SELECT * FROM auth_session($1, $2, $3)';
      const rows = await rowsOf(app, call, [own.sessionId, NOW, '30 minutes']);
      expect(rows).toEqual([
        expect.objectContaining({ person_id: own.personId, organization_id: own.organizationId }),
      ]);
      expect(JSON.stringify(rows)).not.toContain(stranger.organizationId);
      expect(await rowsOf(app, call, [own.personId, NOW, '30 minutes'])).toEqual([]);
      expect(await rowsOf(app, call, [own.sessionId, '2026-09-09T00:00:00Z', '30 minutes'])).toEqual([]);
      expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
        'last_seen_at',
        'must_change_password',
        'organization_id',
        'person_id',
        'roles',
        'side',
        'time_zone',
      ]);
    },
  },
  auth_touch_session: {
    scopedBy: 'the id of the session',
    check: async ({ app, owner, own, stranger }) => {
      const seen = 'SELECT id, last_seen_at::text FROM sessions WHERE id <> $1 ORDER BY id';
      const before = await rowsOf(owner, seen, [own.sessionId]);
      await app.query('SELECT auth_touch_session($1, $2)', [own.sessionId, '2026-09-07T09:10:00Z']);
      expect(await rowsOf(owner, seen, [own.sessionId])).toEqual(before);
      await app.query('SELECT auth_touch_session($1, $2)', [stranger.organizationId, NOW]);
      expect(await rowsOf(owner, seen, [own.sessionId])).toEqual(before);
    },
  },
  auth_person: {
    scopedBy: 'the exact e-mail',
    check: async ({ app, own }) => {
      const call = 'SELECT * FROM auth_person($1)';
      const rows = await rowsOf(app, call, [own.email.toUpperCase()]);
      expect(rows.map(({ id }) => id)).toEqual([own.personId]);
      expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['blocked_at', 'id', 'password_hash']);
      for (const pattern of ['%', `${own.email.slice(0, -1)}_`, '', own.email.slice(1)]) {
        expect(await rowsOf(app, call, [pattern])).toEqual([]);
      }
    },
  },
  auth_token: {
    scopedBy: 'the SHA-256 of the token',
    check: async ({ app, owner, own }) => {
      const call = 'SELECT * FROM auth_token($1, $2)';
      const [token] = await rowsOf(owner, 'SELECT token_hash FROM api_tokens WHERE id = $1', [own.tokenId]);
      const rows = await rowsOf(app, call, [token?.['token_hash'], NOW]);
      expect(rows).toEqual([expect.objectContaining({ organization_id: own.organizationId })]);
      expect(Object.keys(rows[0] ?? {})).not.toContain('token_hash');
      expect(await rowsOf(app, call, [Buffer.alloc(32), NOW])).toEqual([]);
      expect(await rowsOf(app, call, [token?.['token_hash'], '2028-01-01T00:00:00Z'])).toEqual([]);
    },
  },
  auth_touch_token: {
    scopedBy: 'the id of the token',
    check: async ({ app, owner, own }) => {
      const used = 'SELECT id, last_used_at::text, revoked_at FROM api_tokens WHERE id <> $1 ORDER BY id';
      const before = await rowsOf(owner, used, [own.tokenId]);
      await app.query('SELECT auth_touch_token($1, $2, $3)', [own.tokenId, NOW, '127.0.0.1']);
      expect(await rowsOf(owner, used, [own.tokenId])).toEqual(before);
    },
  },
  members_last_seen: {
    scopedBy: 'the organization; its present members and their sessions for it',
    check: async ({ app, owner, own, stranger }) => {
      const call = 'SELECT person_id FROM members_last_seen($1)';
      const members = await rowsOf(owner, 'SELECT person_id FROM memberships WHERE organization_id = $1', [
        own.organizationId,
      ]);
      const seen = await rowsOf(app, call, [own.organizationId]);
      expect(seen.length).toBeGreaterThan(0);
      const ids = new Set(members.map((row) => row['person_id']));
      expect(seen.every((row) => ids.has(row['person_id']))).toBe(true);
      expect(seen.map((row) => row['person_id'])).not.toContain(stranger.personId);
    },
  },
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
        rowsOf(app, 'SELECT document_commit($1, $2, $3, $4, $5)', [
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
  listing_search: {
    scopedBy:
      'the transaction’s organization: published listings of the other side, the public’s without one',
    check: async ({ app, owner, own, stranger }) => {
      const ids = await listings(owner, [own.organizationId, stranger.organizationId]);
      const search = (organizationId: string) =>
        scoped(app, organizationId, `SELECT * FROM listing_search('%осциллограф%', 0, 1000) id`);
      // both are employers: neither sees the other's places, the public sees what is published
      expect(await search(own.organizationId)).toEqual([]);
      expect(await search(stranger.organizationId)).toEqual([]);
      expect((await search('')).map((row) => row['id']).sort()).toEqual(
        [ids.get(`${own.organizationId} PUBLISHED`), ids.get(`${stranger.organizationId} PUBLISHED`)].sort(),
      );
      await owner.query(`DELETE FROM listings WHERE id = ANY ($1)`, [[...ids.values()]]);
    },
  },
  places_changed_at: {
    scopedBy: 'nothing: one instant about what was published to everybody, no row and no id',
    check: async ({ app, owner, own }) => {
      const ids = await listings(owner, [own.organizationId]);
      const answer = () => rowsOf(app, 'SELECT * FROM places_changed_at() AS at', []);
      const [before] = await answer();
      expect(Object.keys(before ?? {})).toEqual(['at']);
      // what was never published moves nothing
      await owner.query('UPDATE listings SET updated_at = $2 WHERE id = $1', [
        ids.get(`${own.organizationId} DRAFT`),
        '2030-01-01',
      ]);
      expect(await answer()).toEqual([before]);
      await owner.query('DELETE FROM listings WHERE id = ANY ($1)', [[...ids.values()]]);
    },
  },
  hold_browsed_listing: {
    scopedBy: 'the transaction’s organization: what its other side has published at least once',
    check: async ({ app, owner, own, stranger }) => {
      const ids = await listings(owner, [own.organizationId]);
      const { rows } = await owner.query<{ id: string }>(
        `SELECT id FROM organizations WHERE side = 'EDUCATION' AND acting LIMIT 1`,
      );
      const hold = (organizationId: string, status: string) =>
        scoped(app, organizationId, 'SELECT status FROM hold_browsed_listing($1)', [
          ids.get(`${own.organizationId} ${status}`),
        ]);
      expect(await hold(rows[0]!.id, 'PUBLISHED')).toEqual([{ status: 'PUBLISHED' }]);
      expect(await hold(rows[0]!.id, 'UNPUBLISHED')).toEqual([{ status: 'UNPUBLISHED' }]);
      expect(await hold(rows[0]!.id, 'DRAFT')).toEqual([]);
      for (const organizationId of [own.organizationId, stranger.organizationId, '']) {
        expect(await hold(organizationId, 'PUBLISHED')).toEqual([]);
      }
      await owner.query(`DELETE FROM listings WHERE id = ANY ($1)`, [[...ids.values()]]);
    },
  },
  application_of_response: {
    scopedBy: 'the transaction’s organization: its own listing’s accepted response, once',
    check: async ({ app, owner, own, stranger }) => {
      const { rows } = await owner.query<{ id: string; owner: string; status: string }>(
        `SELECT id, owner_id AS owner, status FROM listing_responses
          WHERE organization_id IN ($1, $2) ORDER BY status`,
        [own.organizationId, stranger.organizationId],
      );
      const [accepted] = rows;
      const sent = rows.find(({ status }) => status === 'SENT');
      const become = (organizationId: string, response: string | undefined) =>
        scoped(
          app,
          organizationId,
          `SELECT application_of_response($1, gen_random_uuid(), '{}', $2) AS number`,
          [response, NOW],
        );
      expect([accepted?.status, sent?.status]).toEqual(['ACCEPTED', 'SENT']);
      for (const organizationId of [own.organizationId, stranger.organizationId, '']) {
        expect(await become(organizationId, accepted?.id)).toEqual([{ number: null }]);
      }
      expect(await become(sent!.owner, sent?.id)).toEqual([{ number: null }]);
      await expect(become(accepted!.owner, accepted?.id)).rejects.toMatchObject({ code: '23505' });
      await app.query('ROLLBACK');
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
  setup_state: {
    scopedBy: 'the SHA-256 of the set-up token; answers one of three words',
    check: async ({ app, owner }) => {
      const answer = (hash: string | null) => rowsOf(app, 'SELECT * FROM setup_state($1)', [hash]);
      await withLeftOverLink(owner, async () => {
        expect(await answer(LEFT_OVER)).toEqual([{ setup_state: 'USED' }]);
        for (const hash of ['b'.repeat(64), '', '%', null]) {
          expect(await answer(hash)).toEqual([{ setup_state: 'UNKNOWN' }]);
        }
        await expect(app.query('SELECT FROM installation_facts')).rejects.toMatchObject({ code: '42501' });
      });
      expect(await answer(LEFT_OVER)).toEqual([{ setup_state: 'UNKNOWN' }]);
    },
  },
  complete_setup: {
    scopedBy: 'the SHA-256 of the set-up token, and only while nobody acts; side and roles are its own',
    check: async ({ app, owner, own, stranger }) => {
      const all = `SELECT (SELECT md5(string_agg(o::text, '|' ORDER BY id)) FROM organizations o) AS organizations,
        (SELECT md5(string_agg(p::text, '|' ORDER BY id)) FROM people p) AS people,
        (SELECT md5(string_agg(m::text, '|' ORDER BY id)) FROM memberships m) AS memberships,
        (SELECT md5(string_agg(f::text, '|' ORDER BY name)) FROM installation_facts f) AS facts`;
      const call = 'SELECT complete_setup($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS state';
      const person = ['Чужая', 'Анна', null, 'intruder@pair.test', 'hash', NOW];
      await withLeftOverLink(owner, async () => {
        const before = await rowsOf(owner, all, []);
        for (const [hash, state] of [
          [LEFT_OVER, 'USED'],
          ['b'.repeat(64), 'UNKNOWN'],
        ]) {
          const ids = [own.organizationId, stranger.personId, own.tokenId];
          expect(await rowsOf(app, call, [hash, ...ids, ...person])).toEqual([{ state }]);
        }
        expect(await rowsOf(owner, all, [])).toEqual(before);
      });
    },
  },
  demo_mails: {
    scopedBy: 'the demo: mails of its organizations alone',
    check: async ({ app, owner, own }) => {
      await owner.query(
        `INSERT INTO mails (key, organization_id, template, parameters, recipient, subject, text_body, html_body,
           next_attempt_at, created_at)
         VALUES ('definer-case', $1, 'none', '{}', 'somebody@pair.test', 'тема', 'текст', 'текст', now(), now())`,
        [own.organizationId],
      );
      expect(await rowsOf(app, 'SELECT * FROM demo_mails(100)', [])).toEqual([]);
    },
  },
};
