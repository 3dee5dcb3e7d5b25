export { ActionRoute } from './action-route.decorator.js';
export { DocumentsModule } from './documents.module.js';
export { DocumentCardDto } from './dto/card.dto.js';
export { DocumentFileDto, PartyDto } from './dto/common.dto.js';
export { HistoryEntryDto } from './dto/history.dto.js';
export { RegistryQueryDto } from './dto/registry.dto.js';
export { PracticeTermsDto, PremiseDto, SupervisorDto } from './dto/terms.dto.js';
export { DraftDto } from './dto/draft.dto.js';
export { DraftRoute, NewDraftRoute } from './draft-route.decorator.js';
export {
  asParameters,
  commitActor,
  consequences,
  decide,
  DocumentStore,
  transitionChange,
  type Change,
  type FileItem,
  type Verb,
  type VisibleDocument,
} from './engine/index.js';
export type { KindDefinition, SendingConflicts } from './kinds/kind-definition.js';
export { KindRegistry } from './kinds/kind-registry.js';
export { ApproveDocument } from './operations/approve-document.js';
export { CloseDocument } from './operations/close-document.js';
export { CreateDocument, type NewDocument } from './operations/create-document.js';
export type { DraftContent } from './operations/draft-input.js';
export { MoveDocument } from './operations/move-document.js';
export { SubmitDocument } from './operations/submit-document.js';
export { matchingRows, type RegistrySelection } from './registry/all-rows.js';
export { UpdateDraft } from './operations/update-draft.js';
export { ApproveDto, ReasonDto } from './dto/actions.dto.js';
export { cardOf } from './views/card.js';
