export { SupplementaryAgreementsModule } from './supplementary-agreements.module.js';
