import { applyDecorators } from '@nestjs/common';
import { IsIn, Matches, registerDecorator } from 'class-validator';
import { mayChooseArea } from './chosen-areas.js';
import { REGIONS } from './regions.js';
import { FEDERAL_DISTRICTS } from './federal-districts.js';

const REGION_CODES = REGIONS.map(({ code }) => code);
const TERRITORY_CODES = [...REGION_CODES, ...FEDERAL_DISTRICTS.map(({ code }) => code)];

/** A code of «Область профессиональной деятельности» (domain.md §3.1) that the moderator has not taken out. */
export function IsAreaCode(options: { readonly each?: boolean } = {}): PropertyDecorator {
  return (target, propertyKey) =>
    registerDecorator({
      name: 'isIn',
      target: target.constructor,
      propertyName: String(propertyKey),
      options: { ...options, message: 'Выберите область из справочника.' },
      validator: { validate: mayChooseArea },
    });
}

/** A filter by area: one that was taken out can still be looked for. */
export const IsAreaFilter = (options: { readonly each?: boolean } = {}) =>
  applyDecorators(Matches(/^\d{2}$/, { ...options, message: 'Код области — две цифры.' }));

/** A code of a region of Russia. */
export const IsRegionCode = (options: { readonly each?: boolean } = {}) =>
  applyDecorators(IsIn(REGION_CODES, { ...options, message: 'Выберите регион из справочника.' }));

/** Codes of regions or of federal districts, which stand for all their regions. */
export const AreTerritoryCodes = () =>
  applyDecorators(
    IsIn(TERRITORY_CODES, { each: true, message: 'Выберите регион или округ из справочника.' }),
  );
