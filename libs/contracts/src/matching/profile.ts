import type { EducationLevel } from '../validation/specialty-code.js';

/** Calendar days `YYYY-MM-DD`, both included. */
export interface MatchPeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * What one side of a match is about: a published place, a published need, or what an educational organization declares.
 * Whatever is not known is absent and gives no reason.
 */
export interface MatchProfile {
  readonly specialtyCodes: readonly string[];
  readonly areaCodes: readonly string[];
  readonly levels: readonly EducationLevel[];
  readonly professionId?: string;
  readonly regionCode?: string;
  readonly federalDistrict?: string;
  readonly period?: MatchPeriod;
  readonly seats?: number;
}

/** Days two periods have in common, whole days, 0 when they only pass each other. */
export function commonDays(one: MatchPeriod, other: MatchPeriod): number {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
  return Math.max(0, Math.round(days));
}

/** «Укрупнённая группа» of a specialty: the first pair of its code. */
export const groupOfSpecialty = (code: string): string => code.slice(0, 2);

/** What a need of an organization asks for together with what the organization declares. */
export function withNeed(declared: MatchProfile, need: MatchProfile): MatchProfile {
  return {
    ...need,
    specialtyCodes: [...declared.specialtyCodes, ...need.specialtyCodes],
    areaCodes: [...declared.areaCodes, ...need.areaCodes],
    levels: [...declared.levels, ...need.levels],
    ...(need.regionCode === undefined && {
      regionCode: declared.regionCode,
      federalDistrict: declared.federalDistrict,
    }),
  };
}
