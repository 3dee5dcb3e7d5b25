import type { Statement } from '../../../core/database/index.js';

/**
 * Writes listings, published or as drafts, naming the professions of the directory they mean. Values: [{id, place,
 * title, search, terms, contacts, missing}], organization, side, status, when published or NULL, person, now, the
 * number before the first or NULL.
 */
export const INSERT_LISTINGS: Statement = {
  name: 'imports.insert-listings',
  text: `INSERT INTO listings (id, organization_id, side, status, number, title, terms, contacts, profession_id,
                period_from, period_to, missing, search_text, published_at, created_by, created_at, updated_at)
         SELECT r.id, $2, $3, $4, $8::integer + r.place, r.title,
                CASE WHEN p.id IS NULL THEN r.terms ELSE r.terms || jsonb_build_object('professionId', p.id) END,
                r.contacts, p.id, (r.terms ->> 'from')::date, (r.terms ->> 'to')::date, r.missing,
                ' ' || r.search || ' ' || o.search_text, $5, $6, $7, $7
           FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, place integer, title text, search text, terms jsonb,
                  contacts jsonb, missing text[])
           JOIN organizations o ON o.id = $2
           LEFT JOIN professions p ON p.area_code = r.terms ->> 'areaCode'
             AND lower(p.name) = lower(r.terms ->> 'profession') AND p.archived_at IS NULL`,
};
