import { applyDecorators } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { PROFESSIONAL_AREAS, REGIONS } from './areas-and-regions.js';
import { FEDERAL_DISTRICTS } from './federal-districts.js';

const AREA_CODES = PROFESSIONAL_AREAS.map(({ code }) => code);
const REGION_CODES = REGIONS.map(({ code }) => code);
const TERRITORY_CODES = [...REGION_CODES, ...FEDERAL_DISTRICTS.map(({ code }) => code)];

/** A code of «Область профессиональной деятельности» (domain.md §3.1). */
export const IsAreaCode = (options: { readonly each?: boolean } = {}) =>
  applyDecorators(IsIn(AREA_CODES, { ...options, message: 'Выберите область из справочника.' }));

/** A code of a region of Russia. */
export const IsRegionCode = (options: { readonly each?: boolean } = {}) =>
  applyDecorators(IsIn(REGION_CODES, { ...options, message: 'Выберите регион из справочника.' }));

/** Codes of regions or of federal districts, which stand for all their regions. */
export const AreTerritoryCodes = () =>
  applyDecorators(
    IsIn(TERRITORY_CODES, { each: true, message: 'Выберите регион или округ из справочника.' }),
  );
