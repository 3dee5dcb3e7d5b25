export { IsAreaCode, IsAreaFilter, IsRegionCode } from './code-decorators.js';
export { editEntry, existing, noteAdded } from './entries.js';
export { ReferenceDataModule } from './reference-data.module.js';
export { professionSearchText, wordsPattern } from './search-texts.js';
