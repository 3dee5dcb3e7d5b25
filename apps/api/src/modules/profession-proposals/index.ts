export type { ProposalDto } from './dto/proposal.dto.js';
export { ProposalStore } from './engine/proposal-store.js';
export { ApproveProposal } from './operations/approve-proposal.js';
export { CreateProposal } from './operations/create-proposal.js';
export { SubmitProposal } from './operations/submit-proposal.js';
export { ProfessionProposalsModule } from './profession-proposals.module.js';
