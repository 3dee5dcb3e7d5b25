import { Module } from '@nestjs/common';
import { EmployeesModule } from '../employees/index.js';
import { AuthorActionsController } from './author-actions.controller.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentStore } from './engine/index.js';
import { KindRegistry } from './kinds/kind-registry.js';
import { ApproveDocument } from './operations/approve-document.js';
import { CloseDocument } from './operations/close-document.js';
import { CopyDocument } from './operations/copy-document.js';
import { CreateDocument } from './operations/create-document.js';
import { MoveDocument } from './operations/move-document.js';
import { RemindPartner } from './operations/remind-partner.js';
import { SubmitDocument } from './operations/submit-document.js';
import { UpdateDraft } from './operations/update-draft.js';
import { RecipientActionsController } from './recipient-actions.controller.js';
import { DocumentRegistry } from './registry/registry.js';
import { SharedActionsController } from './shared-actions.controller.js';

const operations = [
  ApproveDocument,
  CloseDocument,
  CopyDocument,
  CreateDocument,
  MoveDocument,
  RemindPartner,
  SubmitDocument,
  UpdateDraft,
];

/** The document engine: registry, lifecycle, revisions. Kinds register themselves with it. */
@Module({
  imports: [EmployeesModule],
  controllers: [
    DocumentsController,
    AuthorActionsController,
    RecipientActionsController,
    SharedActionsController,
  ],
  providers: [KindRegistry, DocumentStore, DocumentRegistry, ...operations],
  exports: [KindRegistry, DocumentStore, ...operations],
})
export class DocumentsModule {}
