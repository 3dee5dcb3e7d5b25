import { Injectable } from '@nestjs/common';
import { SAVED_SEARCH_LIMITS } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { invalidField } from '../../../core/errors/index.js';
import { newId } from '../../../core/ids/index.js';
import { COUNT_OWN, INSERT_SEARCH, LOCK_PERSON } from '../saved-searches.commands.js';
import { savedSearchDto, type CreateSavedSearchDto, type SavedSearchDto } from '../saved-searches.dto.js';
import { asTakenName, ownSearch } from '../search-access.js';
import { storedSearch } from '../search-conditions.js';

/** «Сохранить поиск»: the filters of published listings under a name of one's own. */
@Injectable()
export class CreateSavedSearch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `duplicate` for a taken name, `validation_failed` when there are too many searches */
  async run(actor: Actor, { name, notify, filters }: CreateSavedSearchDto): Promise<SavedSearchDto> {
    const id = newId();
    const { organizationId, personId } = actor;
    const stored = storedSearch(filters);
    try {
      return await this.database.transaction(actor, async (tx) => {
        await refuseBeyondLimit(tx, actor);
        const values = [id, organizationId, personId, name, stored.filters, stored.conditions, notify];
        await tx.query(INSERT_SEARCH, [...values, this.clock.now()]);
        return savedSearchDto(await ownSearch(tx, actor, id));
      });
    } catch (error) {
      throw asTakenName(error);
    }
  }
}

async function refuseBeyondLimit(tx: Transaction, { organizationId, personId }: Actor): Promise<void> {
  await tx.query(LOCK_PERSON, [personId]);
  const [row] = await tx.query<{ own: number }>(COUNT_OWN, [organizationId, personId]);
  if (row && row.own < SAVED_SEARCH_LIMITS.own) return;
  const detail = `У вас уже ${SAVED_SEARCH_LIMITS.own} поисков: удалите ненужный.`;
  throw invalidField('', 'too_many', detail);
}
