export { ListingStore, type ListingCard } from './engine/listing-store.js';
export { ExpireListings } from './expiry/expire-listings.js';
export { ListingTermsDto } from './dto/listing-input.dto.js';
export { ListingDto } from './dto/listing.dto.js';
export { partyOf } from './listing.view.js';
export type { ListingOrganization } from './listings.queries.js';
export { LOCK_NUMBERS } from './listings.commands.js';
export { listingWords } from './operations/listing-content.js';
export { ListingsModule } from './listings.module.js';
