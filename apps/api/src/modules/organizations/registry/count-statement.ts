import { EDUCATION_TYPES, LEGAL_FORMS, type DocumentSide } from '@praktika/contracts';
import { named, type Query } from '../../../core/database/index.js';
import { limitedCount } from '../../../core/http/index.js';
import { filterOf, type OrganizationFacet, type OrganizationSelection } from './organization-filter.js';
import { organizationSearch } from './organization-search.js';

/** What organizations of a side are counted by. */
export const FACETS: Readonly<
  Record<
    DocumentSide,
    { readonly name: OrganizationFacet; readonly column: string; readonly values: readonly string[] }
  >
> = {
  EDUCATION: { name: 'type', column: 'o.education_type', values: EDUCATION_TYPES },
  EMPLOYER: { name: 'legalForm', column: 'o.legal_form', values: LEGAL_FORMS },
};

/**
 * Limited counts of a registry in one statement: `total`, and `facet`, an object of value → count. With a text
 * organizations are found once and counted there; of a common text a part is fetched, and `whole` tells whether that was
 * all of it.
 */
export function countStatement(selection: OrganizationSelection): Query {
  const values: unknown[] = [];
  const facet = FACETS[selection.side];
  const search = organizationSearch(selection.q, selection.side, values);
  const source = search ? 'matching o' : 'organizations o';
  const total = limitedCount(source, filterOf(selection, values));
  const group = filterOf(selection, values, facet.name);
  const count = limitedCount(source, `${group} AND ${facet.column} = v`);
  const list = `$${values.push(facet.values)}::text[]`;
  const columns = [
    `${total} AS total`,
    `(SELECT json_object_agg(v, ${count}) FROM unnest(${list}) v) AS facet`,
  ];
  if (!search) return { statement: named(`SELECT ${columns.join(',\n  ')}`), values };
  const sql = [
    `WITH ${search.found},`,
    `matching AS MATERIALIZED (SELECT o.* FROM found JOIN organizations o ON o.id = found.id WHERE ${group})`,
    `SELECT ${columns.join(',\n  ')}, ${search.isRare} AS whole`,
  ];
  return { statement: named(sql.join('\n')), values };
}
