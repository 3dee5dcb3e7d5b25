import { APPLICATION_TYPE_LABELS, PRACTICE_KIND_LABELS, type Supervisor } from '../terms/blocks.js';
import { TERMS_CONFLICT_TEXTS } from '../terms/conflicts.js';
import {
  PLACE_CONDITION_LABELS,
  PLACES_LIMITS,
  placesConflicts,
  type PracticePlaces,
} from '../terms/places.js';
import { EDUCATION_LEVEL_LABELS, isSpecialtyCode, levelOfSpecialty } from '../validation/specialty-code.js';
import { Choices } from './choices.js';
import type { ImportRow } from './column.js';
import type { ImportLayout } from './layout.js';
import type { JudgedRow } from './outcomes.js';
import { PLACE_COLUMNS, type PlaceColumn } from './places-columns.js';
import { RowReader } from './row-reader.js';
import { specialtyOfCell } from './specialty-cell.js';

/** What an imported row says of places. */
export interface ImportedPlaces extends PracticePlaces {
  contact?: Supervisor;
}

/** Reference data a row may name. */
export interface PlacesDirectory {
  readonly areas: Choices;
  readonly regions: Choices;
}

const TYPES = Choices.of(APPLICATION_TYPE_LABELS);
const LEVELS = Choices.of(EDUCATION_LEVEL_LABELS);
const KINDS = Choices.of(PRACTICE_KIND_LABELS);
const CONDITIONS = Choices.of(PLACE_CONDITION_LABELS);

const anyOf = (labels: Readonly<Record<string, string>>) =>
  `ожидается одно из: ${Object.values(labels).join(', ')}`;

/** Lengths that a contact's fields are typed with. */
const CONTACT_LIMITS = { phone: 50, email: 254 } as const;

/**
 * One row of «Импорт мест» by the rules a typed listing obeys.
 * @param missingOf JSON pointers of what places lack for what is to be done with them
 */
export function judgePlaces(
  row: ImportRow,
  layout: ImportLayout,
  { areas, regions }: PlacesDirectory,
  missingOf: (places: ImportedPlaces) => readonly string[],
): JudgedRow<ImportedPlaces> {
  const reader = new RowReader<PlaceColumn>(row, layout, PLACE_COLUMNS);
  const specialtyCode = specialtyOf(reader);
  const places = present<ImportedPlaces>({
    applicationType: reader.choice('applicationType', TYPES, anyOf(APPLICATION_TYPE_LABELS)),
    areaCode: reader.choice('areaCode', areas, 'такой области нет в справочнике'),
    profession: reader.text('profession', PLACES_LIMITS.name),
    regionCode: reader.choice('regionCode', regions, 'такого региона нет в справочнике'),
    seats: reader.integer('seats', 1, PLACES_LIMITS.seats),
    from: reader.date('from'),
    to: reader.date('to'),
    level:
      reader.choice('level', LEVELS, anyOf(EDUCATION_LEVEL_LABELS)) ?? levelOfSpecialty(specialtyCode ?? ''),
    specialtyCode,
    specialtyName: reader.text('specialtyName', PLACES_LIMITS.name),
    practiceKind: reader.choice('practiceKind', KINDS, anyOf(PRACTICE_KIND_LABELS)),
    practiceType: reader.text('practiceType', PLACES_LIMITS.name),
    city: reader.text('city', PLACES_LIMITS.name),
    address: reader.text('address', PLACES_LIMITS.address),
    conditions: reader.list('conditions', CONDITIONS, anyOf(PLACE_CONDITION_LABELS)),
    requirements: reader.text('requirements', PLACES_LIMITS.text),
    description: reader.text('description', PLACES_LIMITS.text),
    contact: contactOf(reader),
  });
  for (const { pointer, code } of placesConflicts(places)) {
    reader.refuse(columnOf(pointer), code, TERMS_CONFLICT_TEXTS[code]);
  }
  for (const pointer of missingOf(places)) reader.lacks(columnOf(pointer));
  const label = places.profession ?? '';
  return reader.errors.length > 0 ? { label, errors: reader.errors } : { label, value: places };
}

/** Columns that members of another name stand in. */
const MEMBERS: Readonly<Record<string, PlaceColumn>> = {
  '/contact': 'contactName',
  '/contact/fullName': 'contactName',
  '/contact/position': 'contactPosition',
  '/contact/phone': 'contactPhone',
  '/contact/email': 'contactEmail',
};

const columnOf = (pointer: string): PlaceColumn => MEMBERS[pointer] ?? (pointer.slice(1) as PlaceColumn);

function specialtyOf(reader: RowReader<PlaceColumn>): string | undefined {
  const code = specialtyOfCell(reader.plain('specialtyCode'));
  if (code === undefined || isSpecialtyCode(code)) return code;
  reader.refuse('specialtyCode', 'matches', 'Ожидается код вида 09.03.04.');
  return undefined;
}

function contactOf(reader: RowReader<PlaceColumn>): Supervisor | undefined {
  const fullName = reader.text('contactName', PLACES_LIMITS.name);
  const details = present<Partial<Supervisor>>({
    position: reader.text('contactPosition', PLACES_LIMITS.name),
    phone: reader.text('contactPhone', CONTACT_LIMITS.phone),
    email: emailOf(reader),
  });
  if (fullName !== undefined) return { fullName, ...details };
  if (Object.keys(details).length > 0) reader.lacks('contactName');
  return undefined;
}

function emailOf(reader: RowReader<PlaceColumn>): string | undefined {
  const email = reader.text('contactEmail', CONTACT_LIMITS.email);
  if (email === undefined || /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\.]+(\.[^\s@<>()",;:\\.]+)+$/.test(email))
    return email;
  reader.refuse('contactEmail', 'is_email', 'Ожидается адрес вида name@example.ru.');
  return undefined;
}

/** Without the members nothing is said of. */
const present = <Value extends object>(value: { readonly [Key in keyof Value]: Value[Key] | undefined }) =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Value;
