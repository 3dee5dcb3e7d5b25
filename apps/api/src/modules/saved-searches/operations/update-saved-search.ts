import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { Refusal } from '../../../core/errors/index.js';
import { UPDATE_SEARCH } from '../saved-searches.commands.js';
import { savedSearchDto, type SavedSearchDto, type UpdateSavedSearchDto } from '../saved-searches.dto.js';
import { asTakenName, ownSearch } from '../search-access.js';
import { storedSearch } from '../search-conditions.js';

/** Renames a search, gives it other filters, turns its message on or off. */
@Injectable()
export class UpdateSavedSearch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found`, `precondition_failed`, `duplicate` for a taken name */
  async run(
    actor: Actor,
    id: string,
    version: number,
    changes: UpdateSavedSearchDto,
  ): Promise<SavedSearchDto> {
    try {
      return await this.database.transaction(actor, async (tx) => {
        const row = await ownSearch(tx, actor, id);
        const { name = row.name, notify = row.notify } = changes;
        const { filters, conditions } = changes.filters
          ? storedSearch(changes.filters)
          : { filters: JSON.stringify(row.filters), conditions: JSON.stringify(row.conditions) };
        const values = [id, version, name, filters, conditions, notify, this.clock.now()];
        const updated = await tx.query(UPDATE_SEARCH, values);
        const present = await ownSearch(tx, actor, id);
        if (updated.length === 0) throw stale(present.version);
        return savedSearchDto(present);
      });
    } catch (error) {
      throw asTakenName(error);
    }
  }
}

function stale(version: number): Refusal {
  const etag = `"v${version}"`;
  return new Refusal('precondition_failed', { extras: { etag }, headers: { etag } });
}
