import { Module, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../core/database/index.js';
import { DocumentsModule, KindRegistry } from '../documents/index.js';
import { amendment } from './amendment.kind.js';
import { EffectiveTermsController } from './effective-terms.controller.js';
import { EffectiveTermsReader } from './effective-terms.reader.js';
import { SupplementaryAgreementsController } from './supplementary-agreements.controller.js';
import { termination } from './termination.kind.js';

/** Agreements that end or change a contract, and the terms in force that follow from them. */
@Module({
  imports: [DocumentsModule],
  controllers: [SupplementaryAgreementsController, EffectiveTermsController],
  providers: [EffectiveTermsReader],
  exports: [EffectiveTermsReader],
})
export class SupplementaryAgreementsModule implements OnModuleInit {
  constructor(
    private readonly kinds: KindRegistry,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.kinds.register(termination);
    this.kinds.register(amendment(this.database));
  }
}
