import { Choices } from '@praktika/contracts';
import { PROFESSIONAL_AREAS, REGIONS } from './areas-and-regions.js';

/** Areas of professional activity as tables name them: by code or by name. */
export const AREA_CHOICES = new Choices(PROFESSIONAL_AREAS.map(({ code, name }) => [code, name] as const));

/** Regions as tables name them. */
export const REGION_CHOICES = new Choices(REGIONS.map(({ code, name }) => [code, name] as const));
