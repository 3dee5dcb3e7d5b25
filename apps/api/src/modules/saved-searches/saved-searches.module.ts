import { Module } from '@nestjs/common';
import { DailyNewsJob } from './daily/daily-news.job.js';
import { NewListingsMail } from './daily/new-listings.mail.js';
import { TellOfNewListings } from './daily/tell-of-new-listings.js';
import { CreateSavedSearch } from './operations/create-saved-search.js';
import { DeleteSavedSearch } from './operations/delete-saved-search.js';
import { UpdateSavedSearch } from './operations/update-saved-search.js';
import { SavedSearchesController } from './saved-searches.controller.js';
import { SavedSearches } from './saved-searches.service.js';

/** Saved searches of published listings, and the daily message about what is new in them. */
@Module({
  controllers: [SavedSearchesController],
  providers: [
    SavedSearches,
    CreateSavedSearch,
    UpdateSavedSearch,
    DeleteSavedSearch,
    TellOfNewListings,
    DailyNewsJob,
    NewListingsMail,
  ],
  exports: [TellOfNewListings],
})
export class SavedSearchesModule {}
