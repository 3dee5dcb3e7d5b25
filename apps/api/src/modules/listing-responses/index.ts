export { ListingResponseDto } from './dto/response.dto.js';
export { ListingResponsesModule } from './listing-responses.module.js';
