import { withClient } from '../../postgres/index.mjs';

const EMPLOYERS = `SELECT id FROM organizations WHERE side = 'EMPLOYER' AND acting ORDER BY full_name LIMIT $1`;

/** Adds copies of registry rows that there are until an organization has so many; as incoming, which share numbers. */
const LENGTHEN = `
  INSERT INTO registry_entries (document_id, organization_id, direction, kind, status, number, document_date, sort_date,
    title, partner_id, partner_name, practice_from, practice_to, waiting_since, search_text, updated_at)
  SELECT gen_random_uuid(), $1, 'INCOMING', e.kind, e.status, e.number, e.document_date, e.sort_date, e.title,
         e.partner_id, e.partner_name, e.practice_from, e.practice_to, e.waiting_since, e.search_text,
         e.updated_at - make_interval(secs => copy)
    FROM generate_series(0, 1000) copy CROSS JOIN (SELECT * FROM registry_entries WHERE organization_id <> $1
                                                    ORDER BY document_id LIMIT 2000) e
   LIMIT greatest(0, $2 - (SELECT count(*) FROM registry_entries WHERE organization_id = $1))`;

/**
 * Makes registries of the lengths asked for.
 *
 * @param url the database, as superuser
 * @returns ids of their organizations
 */
export const longRegistries = (url, lengths) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(EMPLOYERS, [lengths.length]);
    // the documents themselves are not read by an export
    await client.query('SET session_replication_role = replica');
    for (const [place, { id }] of rows.entries()) await client.query(LENGTHEN, [id, lengths[place]]);
    await client.query('VACUUM (ANALYZE) registry_entries');
    return rows.map(({ id }) => id);
  });
