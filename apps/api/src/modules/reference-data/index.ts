export { ReferenceDataModule } from './reference-data.module.js';
export { specialtyName } from './specialties.js';
export { IsAreaCode, IsRegionCode } from './code-decorators.js';
