import { Module } from '@nestjs/common';
import { BrowseListings } from './browse/browse.js';
import { ListingStore } from './engine/listing-store.js';
import { ExpireListings } from './expiry/expire-listings.js';
import { ExpiryJob } from './expiry/expiry.job.js';
import { ListingsController } from './listings.controller.js';
import { Listings } from './listings.service.js';
import { CreateListing } from './operations/create-listing.js';
import { PublishListing } from './operations/publish-listing.js';
import { UpdateListing } from './operations/update-listing.js';
import { OwnListingsController } from './own-listings.controller.js';
import { PublicListingsController } from './public-listings.controller.js';

/** The marketplace's listings (manual §14.1–14.2). */
@Module({
  controllers: [ListingsController, OwnListingsController, PublicListingsController],
  providers: [
    BrowseListings,
    CreateListing,
    ExpireListings,
    ExpiryJob,
    Listings,
    ListingStore,
    PublishListing,
    UpdateListing,
  ],
  exports: [ExpireListings, ListingStore],
})
export class ListingsModule {}
