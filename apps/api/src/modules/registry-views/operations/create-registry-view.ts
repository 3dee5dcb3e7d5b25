import { Injectable } from '@nestjs/common';
import { REGISTRY_VIEW_LIMITS } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { invalidField } from '../../../core/errors/index.js';
import { newId } from '../../../core/ids/index.js';
import { COUNT_OWN, INSERT_VIEW, LOCK_PERSON } from '../registry-views.commands.js';
import { registryViewDto, type CreateRegistryViewDto, type RegistryViewDto } from '../registry-views.dto.js';
import { storedFilters } from '../stored-filters.js';
import { asTakenName, visibleView } from '../view-access.js';

/** «Сохранить вид»: the filters of the registry under a name of one's own. */
@Injectable()
export class CreateRegistryView {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `duplicate` for a taken name, `validation_failed` when there are too many views */
  async run(actor: Actor, { name, shared, filters }: CreateRegistryViewDto): Promise<RegistryViewDto> {
    const id = newId();
    const { organizationId, personId } = actor;
    try {
      return await this.database.transaction(actor, async (tx) => {
        await refuseBeyondLimit(tx, actor);
        const stored = await storedFilters(tx, actor, filters);
        const now = this.clock.now();
        await tx.query(INSERT_VIEW, [id, organizationId, personId, name, shared, stored, now]);
        return registryViewDto(await visibleView(tx, actor, id), personId);
      });
    } catch (error) {
      throw asTakenName(error);
    }
  }
}

async function refuseBeyondLimit(tx: Transaction, { organizationId, personId }: Actor): Promise<void> {
  await tx.query(LOCK_PERSON, [personId]);
  const [row] = await tx.query<{ own: number }>(COUNT_OWN, [organizationId, personId]);
  if (row && row.own < REGISTRY_VIEW_LIMITS.own) return;
  const detail = `У вас уже ${REGISTRY_VIEW_LIMITS.own} видов: удалите ненужный.`;
  throw invalidField('', 'too_many', detail);
}
