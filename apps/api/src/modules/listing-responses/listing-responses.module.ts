import { Module } from '@nestjs/common';
import { EmployeesModule } from '../employees/index.js';
import { ListingsModule } from '../listings/index.js';
import { PartnersModule } from '../partners/index.js';
import { ResponseStore } from './engine/response-store.js';
import { AcceptResponse } from './operations/accept-response.js';
import { RespondToListing } from './operations/respond-to-listing.js';
import { ListingResponsesController } from './responses.controller.js';
import { ListingResponses } from './responses.service.js';

/** Responses to the marketplace's listings (manual §14.1, domain.md §4.7). */
@Module({
  imports: [EmployeesModule, ListingsModule, PartnersModule],
  controllers: [ListingResponsesController],
  providers: [AcceptResponse, ListingResponses, RespondToListing, ResponseStore],
})
export class ListingResponsesModule {}
