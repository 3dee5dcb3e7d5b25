import regions from './data/regions.json' with { type: 'json' };

/** Codes of the federal districts by the names the list of regions knows them by. */
const CODES: Readonly<Record<string, string>> = {
  Центральный: 'CENTRAL',
  'Северо-Западный': 'NORTHWESTERN',
  Южный: 'SOUTHERN',
  'Северо-Кавказский': 'NORTH_CAUCASIAN',
  Приволжский: 'VOLGA',
  Уральский: 'URAL',
  Сибирский: 'SIBERIAN',
  Дальневосточный: 'FAR_EASTERN',
};

/** The federal districts, each with the codes of its regions. Four regions belong to none yet. */
export const FEDERAL_DISTRICTS = Object.entries(CODES).map(([name, code]) => ({
  code,
  name: `${name} федеральный округ`,
  regionCodes: regions.filter(({ federalDistrict }) => federalDistrict === name).map((region) => region.code),
}));

const regionsOf = new Map(FEDERAL_DISTRICTS.map(({ code, regionCodes }) => [code, regionCodes]));

/** Codes of regions, with every federal district among them replaced by its regions. */
export const expandDistricts = (codes: readonly string[] | undefined): string[] | undefined =>
  codes && [...new Set(codes.flatMap((code) => regionsOf.get(code) ?? [code]))];

const districtsOf = new Map(
  FEDERAL_DISTRICTS.flatMap(({ code, regionCodes }) => regionCodes.map((region) => [region, code] as const)),
);

/** Code of the federal district a region is in; undefined for a region of none, or no region. */
export const districtOf = (regionCode: string | null | undefined): string | undefined =>
  districtsOf.get(regionCode ?? '');
