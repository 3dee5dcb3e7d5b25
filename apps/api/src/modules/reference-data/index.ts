export { AreTerritoryCodes, IsAreaCode, IsAreaFilter, IsRegionCode } from './code-decorators.js';
export { editEntry, existing, noteAdded, type Entry, type EntryChanges, type EntryType } from './entries.js';
export { ReferenceDataModule } from './reference-data.module.js';
export { ReferenceData } from './reference-data.service.js';
export { PlaceChoices } from './choices.js';
export { professionSearchText, specialtySearchText, wordsPattern } from './search-texts.js';
export { ChosenAreas, knownArea, knownAreas } from './chosen-areas.js';
export { REGIONS } from './regions.js';
export { districtOf, expandDistricts } from './federal-districts.js';
