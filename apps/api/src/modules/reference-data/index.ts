export { ReferenceDataModule } from './reference-data.module.js';
export { AreTerritoryCodes, IsAreaCode, IsRegionCode } from './code-decorators.js';
export { PROFESSIONAL_AREAS, REGIONS } from './areas-and-regions.js';
export { districtOf, expandDistricts } from './federal-districts.js';
