export { ReferenceDataModule } from './reference-data.module.js';
export { findSpecialties, type Specialty } from './specialties.js';
