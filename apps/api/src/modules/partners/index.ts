export { PartnersModule } from './partners.module.js';
export { PartnershipStore, type Pair } from './partnership-store.js';
