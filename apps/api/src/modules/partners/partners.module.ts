import { Module } from '@nestjs/common';
import { EndPartnership } from './end-partnership.js';
import { PartnersController } from './partners.controller.js';
import { Partners } from './partners.service.js';
import { PartnershipStore } from './partnership-store.js';

/** «Мои партнёры» (manual §2–4). */
@Module({
  controllers: [PartnersController],
  providers: [Partners, PartnershipStore, EndPartnership],
  exports: [PartnershipStore],
})
export class PartnersModule {}
