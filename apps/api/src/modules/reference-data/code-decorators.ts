import { applyDecorators } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { PROFESSIONAL_AREAS, REGIONS } from './areas-and-regions.js';

const AREA_CODES = PROFESSIONAL_AREAS.map(({ code }) => code);
const REGION_CODES = REGIONS.map(({ code }) => code);

/** A code of «Область профессиональной деятельности» (domain.md §3.1). */
export const IsAreaCode = (options: { readonly each?: boolean } = {}) =>
  applyDecorators(IsIn(AREA_CODES, { ...options, message: 'Выберите область из справочника.' }));

/** A code of a region of Russia. */
export const IsRegionCode = (options: { readonly each?: boolean } = {}) =>
  applyDecorators(IsIn(REGION_CODES, { ...options, message: 'Выберите регион из справочника.' }));
