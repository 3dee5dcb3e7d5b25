import type { Statement } from '../../core/database/index.js';
import type { RegistryViewFiltersDto } from './registry-views.dto.js';

/** A view with what it is to the person who looks. */
export interface RegistryViewRow {
  readonly id: string;
  readonly person_id: string;
  readonly owner_name: string;
  readonly name: string;
  readonly shared: boolean;
  readonly is_default: boolean;
  readonly filters: RegistryViewFiltersDto;
  readonly created_at: string;
  readonly updated_at: string;
  readonly version: number;
}

const VIEWS = `SELECT v.id, v.person_id, concat_ws(' ', p.surname, p.given_name, p.patronymic) AS owner_name, v.name,
    v.shared, d.view_id IS NOT NULL AS is_default, v.filters, v.created_at, v.updated_at, v.version
  FROM registry_views v
  LEFT JOIN people p ON p.id = v.person_id
  LEFT JOIN registry_view_defaults d ON d.view_id = v.id AND d.organization_id = $1 AND d.person_id = $2
 WHERE v.organization_id = $1 AND (v.shared OR v.person_id = $2)`;

/** Own views and those of colleagues. Values: organization, person, limit. */
export const REGISTRY_VIEWS: Statement = {
  name: 'registry-views.list',
  text: `${VIEWS} ORDER BY v.person_id <> $2, lower(v.name), v.id LIMIT $3`,
};

/** One view that the person may see. Values: organization, person, view. */
export const REGISTRY_VIEW: Statement = {
  name: 'registry-views.one',
  text: `${VIEWS} AND v.id = $3`,
};

/**
 * What of a view's filters the organization knows of: the partner it works with or has documents with, the document
 * it can see. Values: organization, partners, parent.
 */
export const KNOWN_FILTERS: Statement = {
  name: 'registry-views.known-filters',
  text: `SELECT ARRAY(SELECT id FROM unnest($2::uuid[]) id
           WHERE EXISTS (SELECT FROM partnerships s
                          WHERE $1::uuid IN (s.employer_id, s.education_organization_id)
                            AND id IN (s.employer_id, s.education_organization_id) AND id <> $1::uuid)
              OR EXISTS (SELECT FROM registry_entries e WHERE e.organization_id = $1 AND e.partner_id = id)
         )::text[] AS partners,
         EXISTS (SELECT FROM documents WHERE id = $3::uuid) AS parent`,
};
