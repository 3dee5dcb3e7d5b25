export { ReferenceDataModule } from './reference-data.module.js';
export { IsAreaCode, IsRegionCode } from './code-decorators.js';
