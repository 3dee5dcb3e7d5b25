import regions from './data/regions.json' with { type: 'json' };
import type { RegionDto } from './reference-data.dto.js';

/** The regions of Russia with the zone of their capitals and the federal district. */
export const REGIONS: RegionDto[] = regions.map(({ code, name, timeZone, federalDistrict }) => ({
  code,
  name,
  timezone: timeZone,
  federalDistrict,
}));
