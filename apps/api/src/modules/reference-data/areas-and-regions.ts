import areas from './data/professional-areas.json' with { type: 'json' };
import regions from './data/regions.json' with { type: 'json' };
import type { ProfessionalAreaDto, RegionDto } from './reference-data.dto.js';

/** The 34 areas of professional activity, in the order of their codes (domain.md §3.1). */
export const PROFESSIONAL_AREAS: ProfessionalAreaDto[] = areas;

/** The regions of Russia with the zone of their capitals. */
export const REGIONS: RegionDto[] = regions.map(({ code, name, timeZone, federalDistrict }) => ({
  code,
  name,
  timezone: timeZone,
  federalDistrict,
}));
