export { ReferenceDataModule } from './reference-data.module.js';
export { IsAreaCode, IsRegionCode } from './code-decorators.js';
export { AREA_CHOICES, REGION_CHOICES } from './choices.js';
