export { SavedSearchesModule } from './saved-searches.module.js';
export { TellOfNewListings } from './daily/tell-of-new-listings.js';
