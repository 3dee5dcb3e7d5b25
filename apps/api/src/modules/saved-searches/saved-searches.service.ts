import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { savedSearchDto, type SavedSearchesDto } from './saved-searches.dto.js';
import { SAVED_SEARCHES, type SavedSearchRow } from './saved-searches.queries.js';

/** Reads of saved searches. */
@Injectable()
export class SavedSearches {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<SavedSearchesDto> {
    const values = [actor.organizationId, actor.personId];
    const rows = await this.database.read<SavedSearchRow & Record<string, unknown>>(
      actor,
      SAVED_SEARCHES,
      values,
    );
    return { items: rows.map(savedSearchDto) };
  }
}
