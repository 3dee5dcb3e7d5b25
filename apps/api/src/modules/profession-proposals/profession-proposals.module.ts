import { Module } from '@nestjs/common';
import { ProfessionsModule } from '../professions/index.js';
import { ProposalStore } from './engine/proposal-store.js';
import { ModerationController } from './moderation.controller.js';
import { ApproveProposal } from './operations/approve-proposal.js';
import { CreateProposal } from './operations/create-proposal.js';
import { SubmitProposal } from './operations/submit-proposal.js';
import { UpdateProposal } from './operations/update-proposal.js';
import { ProposalsController } from './proposals.controller.js';
import { Proposals } from './proposals.service.js';

/** «Предложенные профессии» (manual §14.3) and their moderation. */
@Module({
  imports: [ProfessionsModule],
  controllers: [ProposalsController, ModerationController],
  providers: [Proposals, ProposalStore, ApproveProposal, CreateProposal, SubmitProposal, UpdateProposal],
})
export class ProfessionProposalsModule {}
