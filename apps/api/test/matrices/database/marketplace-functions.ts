import type pg from 'pg';
import { NOW, rowsOf, scoped, type DefinerCase } from './probe.js';

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

/** Listings and what is asked through them. */
export const MARKETPLACE_FUNCTIONS: Readonly<Record<string, DefinerCase>> = {
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
};
