import regions from './data/regions.json' with { type: 'json' };
import type { RegionDto } from './reference-data.dto.js';

/** The regions of Russia with the zone of their capitals. */
export const REGIONS: RegionDto[] = regions.map(({ code, name, timeZone }) => ({
  code,
  name,
  timezone: timeZone,
}));
