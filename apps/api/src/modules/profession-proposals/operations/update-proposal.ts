import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { appendEdit } from '../../../core/history/index.js';
import type { ProposalInputDto } from '../dto/proposal-input.dto.js';
import { ProposalStore } from '../engine/proposal-store.js';
import type { VisibleProposal } from '../engine/visible-proposal.js';
import { UPDATE_PROPOSAL } from '../proposals.commands.js';
import { draftColumns } from './proposal-content.js';

/** «Редактировать»: replaces the given members of a draft and tells nobody (domain.md §8.7). */
@Injectable()
export class UpdateProposal {
  constructor(
    private readonly database: Database,
    private readonly store: ProposalStore,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, version: number, input: ProposalInputDto): Promise<VisibleProposal> {
    return this.database.transaction(actor, async (tx) => {
      const proposal = await this.store.readIn(tx, actor, id);
      await this.store.decide(tx, proposal, 'update', version);
      const now = this.clock.now();
      const updated = await tx.query(UPDATE_PROPOSAL, [
        id,
        version,
        ...draftColumns(input, proposal.row),
        now,
      ]);
      if (updated.length === 0) throw await this.store.overtaken(tx, proposal);
      await appendEdit(
        tx,
        actor,
        now,
        { objectType: 'profession_proposal', objectId: id },
        Object.keys(input),
      );
      return this.store.readIn(tx, actor, id);
    });
  }
}
