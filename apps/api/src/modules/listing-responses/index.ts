export { ListingResponseDto } from './dto/response.dto.js';
export { ResponseStore } from './engine/response-store.js';
export { AcceptResponse } from './operations/accept-response.js';
export { RespondToListing } from './operations/respond-to-listing.js';
export { ListingResponsesModule } from './listing-responses.module.js';
