import { levelOfSpecialty } from '../validation/specialty-code.js';
import { commonDays, groupOfSpecialty, type MatchProfile } from './profile.js';

/** Why two sides fit, strongest first. */
export const MATCH_REASON_CODES = [
  'SAME_SPECIALTY',
  'SAME_PROFESSION',
  'SAME_GROUP',
  'SAME_AREA',
  'SAME_REGION',
  'PERIODS_OVERLAP',
  'LEVEL_FITS',
  'SAME_DISTRICT',
  'SEATS_ENOUGH',
] as const;

export type MatchReasonCode = (typeof MATCH_REASON_CODES)[number];

/** A reason with what it is worth and the words people read. */
export interface MatchReason {
  readonly code: MatchReasonCode;
  readonly weight: number;
  /** Russian; names the specialties, the group or the days it is about. */
  readonly label: string;
}

/** What a reason is about: codes, days, seats. Empty where the reason says everything. */
type Finding = readonly (string | number)[];

/** The name of an area of professional activity by its code. */
export type NameOfArea = (code: string) => string;

interface Rule {
  readonly code: MatchReasonCode;
  /** Of 100: what is taught counts for more than where and when. */
  readonly weight: number;
  /** Not told beside this one, which says the same and more. */
  readonly unless?: MatchReasonCode;
  /** @returns undefined when it does not hold */
  readonly find: (place: MatchProfile, demand: MatchProfile) => Finding | undefined;
  readonly label: (finding: Finding, nameOfArea: NameOfArea) => string;
}

const inBoth = (one: readonly string[], other: readonly string[]): Finding | undefined => {
  const common = [...new Set(one)].filter((value) => other.includes(value)).sort();
  return common.length > 0 ? common : undefined;
};

const same = (one: string | undefined, other: string | undefined): Finding | undefined =>
  one !== undefined && one === other ? [] : undefined;

const levelsOf = ({ levels, specialtyCodes }: MatchProfile): string[] => [
  ...levels,
  ...specialtyCodes.flatMap((code) => levelOfSpecialty(code) ?? []),
];

const RULES: readonly Rule[] = [
  {
    code: 'SAME_SPECIALTY',
    weight: 35,
    find: (place, demand) => inBoth(place.specialtyCodes, demand.specialtyCodes),
    label: (codes) => `Та же специальность: ${listed(codes)}`,
  },
  {
    code: 'SAME_PROFESSION',
    weight: 20,
    find: (place, demand) => same(place.professionId, demand.professionId),
    label: () => 'Та же профессия',
  },
  {
    code: 'SAME_GROUP',
    weight: 18,
    unless: 'SAME_SPECIALTY',
    find: (place, demand) =>
      inBoth(place.specialtyCodes.map(groupOfSpecialty), demand.specialtyCodes.map(groupOfSpecialty)),
    label: (groups) => `Та же укрупнённая группа: ${listed(groups.map((group) => `${group}.00.00`))}`,
  },
  {
    code: 'SAME_AREA',
    weight: 12,
    find: (place, demand) => inBoth(place.areaCodes, demand.areaCodes),
    label: (codes, nameOfArea) =>
      `Та же область профессиональной деятельности: ${listed(codes.map((code) => nameOfArea(String(code))))}`,
  },
  {
    code: 'SAME_REGION',
    weight: 12,
    find: (place, demand) => same(place.regionCode, demand.regionCode),
    label: () => 'Тот же регион',
  },
  {
    code: 'PERIODS_OVERLAP',
    weight: 11,
    find: ({ period }, demand) => {
      const days = period && demand.period ? commonDays(period, demand.period) : 0;
      return days > 0 ? [days] : undefined;
    },
    label: ([days]) => `Сроки совпадают: ${counted(Number(days), 'день', 'дня', 'дней')}`,
  },
  {
    code: 'LEVEL_FITS',
    weight: 6,
    find: (place, demand) => (inBoth(levelsOf(place), levelsOf(demand)) ? [] : undefined),
    label: () => 'Подходит уровень образования',
  },
  {
    code: 'SAME_DISTRICT',
    weight: 5,
    unless: 'SAME_REGION',
    find: (place, demand) => same(place.federalDistrict, demand.federalDistrict),
    label: () => 'Тот же федеральный округ',
  },
  {
    code: 'SEATS_ENOUGH',
    weight: 4,
    find: ({ seats }, demand) =>
      seats !== undefined && demand.seats !== undefined && seats >= demand.seats
        ? [seats, demand.seats]
        : undefined,
    label: ([offered, needed]) => `Мест хватает: ${offered} при нужных ${needed}`,
  },
];

/** Without one of these nothing else makes a match: it is about what people are taught. */
const ABOUT_THE_WORK: readonly MatchReasonCode[] = [
  'SAME_SPECIALTY',
  'SAME_PROFESSION',
  'SAME_GROUP',
  'SAME_AREA',
];

/**
 * Why an offered place fits whoever looks for places, strongest reason first; empty when what is taught has nothing to
 * do with it.
 *
 * @param nameOfArea how the areas are named in the reasons; their codes, if nobody says
 */
export function matchReasons(
  place: MatchProfile,
  demand: MatchProfile,
  nameOfArea: NameOfArea = (code) => code,
): MatchReason[] {
  const found = RULES.flatMap((rule) => {
    const finding = rule.find(place, demand);
    return finding ? [{ rule, finding }] : [];
  });
  const codes = new Set(found.map(({ rule }) => rule.code));
  if (!ABOUT_THE_WORK.some((code) => codes.has(code))) return [];
  return found
    .filter(({ rule }) => rule.unless === undefined || !codes.has(rule.unless))
    .map(({ rule: { code, weight, label }, finding }) => ({
      code,
      weight,
      label: label(finding, nameOfArea),
    }))
    .sort(byWeight);
}

const byWeight = (one: MatchReason, other: MatchReason) =>
  other.weight - one.weight || (one.code < other.code ? -1 : 1);

/** The first few of a list, with how many more there are. */
function listed(values: Finding): string {
  const shown = values.slice(0, 3).join(', ');
  return values.length > 3 ? `${shown} и ещё ${values.length - 3}` : shown;
}

/** A whole number with the Russian form of its noun. */
function counted(count: number, one: string, few: string, many: string): string {
  const form = new Intl.PluralRules('ru').select(count);
  return `${count} ${form === 'one' ? one : form === 'few' ? few : many}`;
}
