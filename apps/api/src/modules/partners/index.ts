export { PartnersModule } from './partners.module.js';
export { PartnershipStore } from './partnership-store.js';
