import { groupOfSpecialty, type MatchProfile } from '@praktika/contracts';
import { districtOf } from '../reference-data/index.js';
import type { Declaration, ListingFeatures } from './matching.queries.js';

/** What a listing is about. */
export function profileOfListing(listing: ListingFeatures): MatchProfile {
  const { areaCode, level, professionId, regionCode, seats, from, to } = listing;
  return {
    specialtyCodes: specialtiesOf(listing),
    areaCodes: areaCode === null ? [] : [areaCode],
    levels: level === null ? [] : [level],
    ...(professionId !== null && { professionId }),
    ...placeOf(regionCode),
    ...(from !== null && to !== null && { period: { from, to } }),
    ...(seats !== null && { seats }),
  };
}

/** What an educational organization declares, wherever and whenever. */
export const profileOfDeclaration = (declared: Declaration): MatchProfile => ({
  specialtyCodes: declared.specialtyCodes,
  areaCodes: declared.areaCodes,
  levels: declared.levels,
  ...placeOf(declared.regionCode),
});

const specialtiesOf = ({ specialtyCode, professionSpecialties }: ListingFeatures): string[] => [
  ...new Set([...(specialtyCode === null ? [] : [specialtyCode]), ...professionSpecialties]),
];

function placeOf(regionCode: string | null): Pick<MatchProfile, 'regionCode' | 'federalDistrict'> {
  if (regionCode === null) return {};
  const federalDistrict = districtOf(regionCode);
  return { regionCode, ...(federalDistrict !== undefined && { federalDistrict }) };
}

/** What candidates are looked for by. */
export interface MatchKeys {
  readonly specialties: string[];
  readonly groups: string[];
  readonly areas: string[];
  readonly regions: string[];
  readonly professions: string[];
}

/** The keys of several profiles together. */
export function keysOf(profiles: readonly MatchProfile[]): MatchKeys {
  const all = <Value>(values: readonly Value[]) => [...new Set(values)];
  const specialties = all(profiles.flatMap(({ specialtyCodes }) => specialtyCodes));
  return {
    specialties,
    groups: all(specialties.map(groupOfSpecialty)),
    areas: all(profiles.flatMap(({ areaCodes }) => areaCodes)),
    regions: all(profiles.flatMap(({ regionCode }) => regionCode ?? [])),
    professions: all(profiles.flatMap(({ professionId }) => professionId ?? [])),
  };
}
