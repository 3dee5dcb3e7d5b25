import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { ProfessionStore, type CorrectProfessionDto, type ProfessionEntry } from '../../professions/index.js';
import { ProposalStore } from '../engine/proposal-store.js';
import type { VisibleProposal } from '../engine/visible-proposal.js';

/** «Одобрить» (domain.md §4.8): the profession enters the directory as proposed, or as the moderator corrects it. */
@Injectable()
export class ApproveProposal {
  constructor(
    private readonly store: ProposalStore,
    private readonly professions: ProfessionStore,
  ) {}

  /** @throws Refusal `duplicate` with the profession of this name in the area */
  async run(
    actor: Actor,
    id: string,
    version: number,
    corrections: CorrectProfessionDto,
  ): Promise<VisibleProposal> {
    let entry: ProfessionEntry | undefined;
    const press = { id, action: 'approve', version } as const;
    const approved = await this.store
      .move(actor, press, async (tx, proposal, now) => {
        entry = entryOf(proposal, corrections);
        await this.professions.refuseListed(tx, entry);
        return { professionId: (await this.professions.add(tx, actor, now, entry)).id };
      })
      .catch(async (error: unknown) => {
        throw entry ? await this.professions.orExisting(actor, error, entry) : error;
      });
    return approved!;
  }
}

function entryOf({ row }: VisibleProposal, corrections: CorrectProfessionDto): ProfessionEntry {
  return {
    name: corrections.name ?? row.name,
    // what waits for moderation has its area
    areaCode: corrections.areaCode ?? row.areaCode!,
    specialtyCodes: corrections.specialtyCodes ?? row.specialtyCodes,
    description: corrections.description === undefined ? row.description : corrections.description || null,
    duties: corrections.duties === undefined ? row.duties : corrections.duties || null,
  };
}
