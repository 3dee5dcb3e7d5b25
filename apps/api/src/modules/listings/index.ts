export { ListingStore, type ListingCard } from './engine/listing-store.js';
export { ExpireListings } from './expiry/expire-listings.js';
export { ListingTermsDto } from './dto/listing-input.dto.js';
export { ListingDto } from './dto/listing.dto.js';
export { partyOf } from './listing.view.js';
export type { ListingOrganization } from './listings.queries.js';
export { ListingsModule } from './listings.module.js';
export { ListingsQueryDto } from './dto/listings-query.dto.js';
export { patternOf } from './browse/text-search.js';
