import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { EmployeesModule } from '../employees/index.js';
import { PartnersModule } from '../partners/index.js';
import { ApplicationsController } from './applications.controller.js';
import { Applications } from './applications.service.js';
import { PartnershipApplicationsController, PracticeApplicationsController } from './drafts.controllers.js';
import { ApplicationStore } from './engine/application-store.js';
import { AcceptApplication } from './operations/accept-application.js';
import { CreateApplication } from './operations/create-application.js';
import { DraftContract } from './operations/draft-contract.js';
import { SendApplication } from './operations/send-application.js';
import { UpdateApplication } from './operations/update-application.js';

/** Applications for partnership and practice (manual §2–4). */
@Module({
  imports: [DocumentsModule, EmployeesModule, PartnersModule],
  controllers: [ApplicationsController, PartnershipApplicationsController, PracticeApplicationsController],
  providers: [
    Applications,
    ApplicationStore,
    AcceptApplication,
    CreateApplication,
    DraftContract,
    SendApplication,
    UpdateApplication,
  ],
})
export class ApplicationsModule {}
