import {
  type ApplicationType,
  type EducationLevel,
  type PlaceCondition,
  type PracticeKind,
  type PracticePlaces,
} from '@praktika/contracts';

/** What the fields of places for practical training hold; empty texts are what was not filled. */
export interface PlacesFields {
  applicationType: ApplicationType | null;
  level: EducationLevel | null;
  specialtyCode: string;
  specialtyName: string;
  areaCode: string | null;
  profession: string;
  practiceKind: PracticeKind | null;
  practiceType: string;
  seats: string;
  from: string;
  to: string;
  regionCode: string | null;
  city: string;
  address: string;
  conditions: PlaceCondition[];
  requirements: string;
  description: string;
}

/** The fields of nothing yet, or of places as they were saved. */
export function placesFieldsOf(places: PracticePlaces = {}): PlacesFields {
  return {
    applicationType: places.applicationType ?? null,
    level: places.level ?? null,
    specialtyCode: places.specialtyCode ?? '',
    specialtyName: places.specialtyName ?? '',
    areaCode: places.areaCode ?? null,
    profession: places.profession ?? '',
    practiceKind: places.practiceKind ?? null,
    practiceType: places.practiceType ?? '',
    seats: places.seats === undefined ? '' : String(places.seats),
    from: places.from ?? '',
    to: places.to ?? '',
    regionCode: places.regionCode ?? null,
    city: places.city ?? '',
    address: places.address ?? '',
    conditions: [...(places.conditions ?? [])],
    requirements: places.requirements ?? '',
    description: places.description ?? '',
  };
}

const nothing = (value: unknown): boolean =>
  value === null || value === '' || value === undefined || (Array.isArray(value) && value.length === 0);

/** Members of an object that say something. */
export const filled = <T extends object>(object: T): Partial<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => !nothing(value))) as Partial<T>;

/** The fields as the API takes them. A number that is none goes as it was typed, for the API to refuse at its field. */
export function placesOf(fields: PlacesFields): PracticePlaces {
  const specialtyCode = fields.specialtyCode.trim();
  return filled({
    applicationType: fields.applicationType,
    level: fields.level,
    specialtyCode,
    specialtyName: specialtyCode ? fields.specialtyName.trim() : '',
    areaCode: fields.areaCode,
    profession: fields.profession.trim(),
    practiceKind: fields.practiceKind,
    practiceType: fields.practiceType.trim(),
    seats: fields.seats.trim() ? Number(fields.seats) : null,
    from: fields.from,
    to: fields.to,
    regionCode: fields.regionCode,
    city: fields.city.trim(),
    address: fields.address.trim(),
    conditions: fields.conditions,
    requirements: fields.requirements.trim(),
    description: fields.description.trim(),
  }) as PracticePlaces;
}
