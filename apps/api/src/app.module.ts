import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from './core/auth/index.js';
import { ClockModule, SystemClock, type Clock } from './core/clock/index.js';
import { ConfigModule, type Config } from './core/config/index.js';
import { DatabaseModule } from './core/database/index.js';
import { EventsModule } from './core/events/index.js';
import { BlobsModule } from './core/files/index.js';
import { HttpModule } from './core/http/http.module.js';
import { JobsModule } from './core/jobs/index.js';
import { MailModule } from './core/mail/index.js';
import { MetricsModule } from './core/metrics/index.js';
import { ApiTokensModule } from './modules/api-tokens/index.js';
import { AnnexesModule } from './modules/annexes/index.js';
import { ApplicationsModule } from './modules/applications/index.js';
import { BatchesModule } from './modules/batches/index.js';
import { BundlesModule } from './modules/bundles/index.js';
import { CommentsModule } from './modules/comments/index.js';
import { ComparisonsModule } from './modules/comparisons/index.js';
import { ContractsModule } from './modules/contracts/index.js';
import { SupplementaryAgreementsModule } from './modules/supplementary-agreements/index.js';
import { DemoModule } from './modules/demo/index.js';
import { DocumentsModule } from './modules/documents/index.js';
import { EmployeesModule } from './modules/employees/index.js';
import { ExportsModule } from './modules/exports/index.js';
import { FilesModule } from './modules/files/index.js';
import { ImportsModule } from './modules/imports/index.js';
import { ListingResponsesModule } from './modules/listing-responses/index.js';
import { ListingsModule } from './modules/listings/index.js';
import { OperationsModule } from './modules/operations/index.js';
import { OrganizationsModule } from './modules/organizations/index.js';
import { MatchingModule } from './modules/matching/index.js';
import { PublicFeedsModule } from './modules/public-feeds/index.js';
import { PartnersModule } from './modules/partners/index.js';
import { ProfessionProposalsModule } from './modules/profession-proposals/index.js';
import { ProfessionsModule } from './modules/professions/index.js';
import { ReferenceDataModule } from './modules/reference-data/index.js';
import { SignInModule } from './modules/sign-in/index.js';
import { NotificationsModule } from './modules/notifications/index.js';
import { RegistryViewsModule } from './modules/registry-views/index.js';
import { RemindersModule } from './modules/reminders/index.js';
import { SavedSearchesModule } from './modules/saved-searches/index.js';
import { SetupModule } from './modules/setup/index.js';
import { SignaturesModule } from './modules/signatures/index.js';
import { TextIndexModule } from './modules/text-index/index.js';

/** The one module graph of both processes: HTTP and worker. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        ClockModule.with(clock),
        DatabaseModule,
        BlobsModule,
        AuthModule,
        MetricsModule,
        MailModule,
        JobsModule,
        EventsModule,
        HttpModule,
        SignInModule,
        SetupModule,
        OrganizationsModule,
        EmployeesModule,
        PartnersModule,
        ApplicationsModule,
        ListingsModule,
        ListingResponsesModule,
        ApiTokensModule,
        ReferenceDataModule,
        ProfessionsModule,
        ProfessionProposalsModule,
        DocumentsModule,
        ContractsModule,
        AnnexesModule,
        OperationsModule,
        BatchesModule,
        BundlesModule,
        ExportsModule,
        ImportsModule,
        CommentsModule,
        ComparisonsModule,
        SupplementaryAgreementsModule,
        RegistryViewsModule,
        MatchingModule,
        SavedSearchesModule,
        PublicFeedsModule,
        RemindersModule,
        NotificationsModule,
        FilesModule,
        SignaturesModule,
        TextIndexModule,
        DemoModule,
      ],
    };
  }
}
