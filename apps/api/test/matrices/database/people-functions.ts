import type pg from 'pg';
import { NOW, rowsOf, type DefinerCase } from './probe.js';

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

/** Who may sign in, act for an organization, or found the first one; the mails of the demo. */
export const PEOPLE_FUNCTIONS: Readonly<Record<string, DefinerCase>> = {
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
