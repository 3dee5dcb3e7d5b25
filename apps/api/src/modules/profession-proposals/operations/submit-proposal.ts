import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { ProfessionStore } from '../../professions/index.js';
import { ProposalStore } from '../engine/proposal-store.js';
import type { VisibleProposal } from '../engine/visible-proposal.js';

/** «Отправить предложение» (manual §14.3): it reaches the moderator, unless the directory has it already. */
@Injectable()
export class SubmitProposal {
  constructor(
    private readonly store: ProposalStore,
    private readonly professions: ProfessionStore,
  ) {}

  /** @throws Refusal `duplicate` with the profession of this name in the area */
  async run(actor: Actor, id: string, version: number): Promise<VisibleProposal> {
    const press = { id, action: 'submit', version } as const;
    const submitted = await this.store.move(actor, press, async (tx, { row }) => {
      // a complete draft has its area
      await this.professions.refuseListed(tx, { name: row.name, areaCode: row.areaCode! });
      return {};
    });
    return submitted!;
  }
}
