import type { Statement } from '../../../core/database/index.js';

/**
 * Writes listings, published or as drafts, naming the professions of the directory they mean. Published ones are
 * numbered behind those the organization has. Values: [{id, place, title, words, terms, contacts, missing}],
 * organization, side, status, when published or NULL, person, now.
 */
export const INSERT_LISTINGS: Statement = {
  name: 'imports.insert-listings',
  text: `INSERT INTO listings (id, organization_id, side, status, number, title, terms, contacts, profession_id,
                period_from, period_to, missing, search_text, published_at, created_by, created_at, updated_at)
         SELECT r.id, $2, $3, $4,
                CASE $4 WHEN 'PUBLISHED' THEN r.place
                  + (SELECT coalesce(max(number), 0) FROM listings WHERE organization_id = $2) END,
                r.title,
                CASE WHEN p.id IS NULL THEN r.terms ELSE r.terms || jsonb_build_object('professionId', p.id) END,
                r.contacts, p.id, (r.terms ->> 'from')::date, (r.terms ->> 'to')::date, r.missing,
                ' ' || normalize_search(r.words) || ' ' || (SELECT search_text FROM organizations WHERE id = $2),
                $5, $6, $7, $7
           FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, place integer, title text, words text, terms jsonb,
                  contacts jsonb, missing text[])
           LEFT JOIN professions p ON p.area_code = r.terms ->> 'areaCode'
             AND lower(p.name) = lower(r.terms ->> 'profession') AND p.archived_at IS NULL`,
};
