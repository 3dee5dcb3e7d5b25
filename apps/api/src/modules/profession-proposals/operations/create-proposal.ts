import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { Refusal } from '../../../core/errors/index.js';
import { appendActorEvent } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import type { ProposalInputDto } from '../dto/proposal-input.dto.js';
import { ProposalStore } from '../engine/proposal-store.js';
import type { VisibleProposal } from '../engine/visible-proposal.js';
import { INSERT_PROPOSAL } from '../proposals.commands.js';
import { draftColumns } from './proposal-content.js';

/** «Сохранить как черновик»: a new proposal, which may be incomplete (manual §14.3). */
@Injectable()
export class CreateProposal {
  constructor(
    private readonly database: Database,
    private readonly store: ProposalStore,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: ProposalInputDto): Promise<VisibleProposal> {
    if (actor.side === 'PLATFORM') {
      throw new Refusal('forbidden', {
        detail: 'Профессии предлагают работодатели и образовательные организации.',
      });
    }
    const id = newId();
    const now = this.clock.now();
    return this.database.transaction(actor, async (tx) => {
      const values = [id, actor.organizationId, ...draftColumns(input), actor.personId, now];
      await tx.query(INSERT_PROPOSAL, values);
      const object = { objectType: 'profession_proposal', objectId: id } as const;
      await appendHistory(tx, actor, now, { ...object, type: 'created', to: 'DRAFT' });
      const after = { status: 'DRAFT', version: 1 };
      await appendActorEvent(tx, actor, now, { ...object, type: 'profession_proposal.create', after });
      return this.store.readIn(tx, actor, id);
    });
  }
}
