import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { Refusal } from '../../../core/errors/index.js';
import { UPDATE_VIEW } from '../registry-views.commands.js';
import { registryViewDto, type RegistryViewDto, type UpdateRegistryViewDto } from '../registry-views.dto.js';
import { storedFilters } from '../stored-filters.js';
import { asTakenName, ownView, visibleView } from '../view-access.js';

/** Renames one's own view, shares it or gives it other filters. */
@Injectable()
export class UpdateRegistryView {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found`, `forbidden`, `precondition_failed`, `duplicate` for a taken name */
  async run(
    actor: Actor,
    id: string,
    version: number,
    changes: UpdateRegistryViewDto,
  ): Promise<RegistryViewDto> {
    try {
      return await this.database.transaction(actor, async (tx) => {
        const row = await ownView(tx, actor, id);
        const { name = row.name, shared = row.shared } = changes;
        const filters = changes.filters
          ? await storedFilters(tx, actor, changes.filters)
          : JSON.stringify(row.filters);
        const values = [id, version, name, shared, filters, this.clock.now()];
        const updated = await tx.query(UPDATE_VIEW, values);
        const present = await visibleView(tx, actor, id);
        if (updated.length === 0) throw stale(present.version);
        return registryViewDto(present, actor.personId);
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
