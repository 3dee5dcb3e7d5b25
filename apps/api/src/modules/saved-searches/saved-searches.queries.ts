import type { Statement } from '../../core/database/index.js';
import type { SavedSearchFiltersDto } from './saved-searches.dto.js';

/** A saved search of the person who looks. */
export interface SavedSearchRow {
  readonly id: string;
  readonly name: string;
  readonly filters: SavedSearchFiltersDto;
  readonly conditions: object;
  readonly notify: boolean;
  readonly created_at: string;
  readonly updated_at: string;
  readonly version: number;
}

const SEARCHES = `SELECT id, name, filters, conditions, notify, created_at, updated_at, version FROM saved_searches
  WHERE organization_id = $1 AND person_id = $2`;

/** By name. Values: organization, person. */
export const SAVED_SEARCHES: Statement = {
  name: 'saved-searches.list',
  text: `${SEARCHES} ORDER BY lower(name), id`,
};

/** Values: organization, person, search. */
export const SAVED_SEARCH: Statement = { name: 'saved-searches.one', text: `${SEARCHES} AND id = $3` };
