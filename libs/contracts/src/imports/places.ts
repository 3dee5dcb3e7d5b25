import { APPLICATION_TYPE_LABELS, PRACTICE_KIND_LABELS } from '../terms/blocks.js';
import { missingOfListing, type ListingContacts, type ListingTerms } from '../listings/terms.js';
import { TERMS_CONFLICT_TEXTS } from '../terms/conflicts.js';
import { PLACE_CONDITION_LABELS, PLACES_LIMITS, placesConflicts } from '../terms/places.js';
import { EDUCATION_LEVEL_LABELS, isSpecialtyCode, levelOfSpecialty } from '../validation/specialty-code.js';
import { Choices } from './choices.js';
import type { ImportRow } from './column.js';
import type { ImportLayout } from './layout.js';
import type { JudgedRow } from './outcomes.js';
import { PLACE_COLUMNS, type PlaceColumn } from './places-columns.js';
import { headingsOf, RowReader } from './row-reader.js';
import { specialtyOfCell } from './specialty-cell.js';

/** An imported listing: its terms and contacts, and what it still lacks before it may be published. */
export interface ImportedListing {
  readonly terms: ListingTerms;
  readonly contacts: ListingContacts;
  /** JSON pointers. */
  readonly missing: readonly string[];
}

/** What rows are judged by. */
export interface PlacesRules {
  readonly areas: Choices;
  readonly regions: Choices;
  /** `YYYY-MM-DD`: rows are to be published, as of this day by the organization's calendar; undefined for drafts. */
  readonly publishOn?: string;
}

const TYPES = Choices.of(APPLICATION_TYPE_LABELS);
const LEVELS = Choices.of(EDUCATION_LEVEL_LABELS);
const KINDS = Choices.of(PRACTICE_KIND_LABELS);
const CONDITIONS = Choices.of(PLACE_CONDITION_LABELS);

const anyOf = (labels: Readonly<Record<string, string>>) =>
  `ожидается одно из: ${Object.values(labels).join(', ')}`;

const HEADINGS = headingsOf<PlaceColumn>(PLACE_COLUMNS);

const ONE_OF = {
  types: anyOf(APPLICATION_TYPE_LABELS),
  levels: anyOf(EDUCATION_LEVEL_LABELS),
  kinds: anyOf(PRACTICE_KIND_LABELS),
  conditions: anyOf(PLACE_CONDITION_LABELS),
} as const;

/** Lengths that a contact's fields are typed with. */
const CONTACT_LIMITS = { phone: 50, email: 254 } as const;

/** One row of «Импорт мест» by the rules a typed listing obeys; what is to be published must be complete and ahead. */
export function judgePlaces(
  row: ImportRow,
  layout: ImportLayout,
  rules: PlacesRules,
): JudgedRow<ImportedListing> {
  const reader = new RowReader(row, layout, HEADINGS);
  const terms = termsOf(reader, rules);
  const contacts = contactsOf(reader);
  for (const { pointer, code } of placesConflicts(terms)) {
    reader.refuse(columnOf(pointer), code, TERMS_CONFLICT_TEXTS[code]);
  }
  const missing = missingOfListing(terms, contacts);
  const { publishOn } = rules;
  if (publishOn !== undefined) {
    for (const pointer of missing) reader.lacks(columnOf(pointer));
    if ((terms.to ?? publishOn) < publishOn) {
      reader.refuse('to', 'period_ended', 'Срок практики уже закончился: измените даты.');
    }
  }
  const label = terms.profession ?? '';
  return reader.errors.length > 0
    ? { label, errors: reader.errors }
    : { label, value: { terms, contacts, missing } };
}

function termsOf(reader: RowReader<PlaceColumn>, { areas, regions }: PlacesRules): ListingTerms {
  const specialtyCode = specialtyOf(reader);
  return present<ListingTerms>({
    applicationType: reader.choice('applicationType', TYPES, ONE_OF.types),
    areaCode: reader.choice('areaCode', areas, 'такой области нет в справочнике'),
    profession: reader.text('profession', PLACES_LIMITS.name),
    regionCode: reader.choice('regionCode', regions, 'такого региона нет в справочнике'),
    seats: reader.integer('seats', 1, PLACES_LIMITS.seats),
    from: reader.date('from'),
    to: reader.date('to'),
    level: reader.choice('level', LEVELS, ONE_OF.levels) ?? levelOfSpecialty(specialtyCode ?? ''),
    specialtyCode,
    specialtyName: reader.text('specialtyName', PLACES_LIMITS.name),
    practiceKind: reader.choice('practiceKind', KINDS, ONE_OF.kinds),
    practiceType: reader.text('practiceType', PLACES_LIMITS.name),
    city: reader.text('city', PLACES_LIMITS.name),
    address: reader.text('address', PLACES_LIMITS.address),
    conditions: reader.list('conditions', CONDITIONS, ONE_OF.conditions),
    requirements: reader.text('requirements', PLACES_LIMITS.text),
    description: reader.text('description', PLACES_LIMITS.text),
  });
}

/** The column a pointer into a listing stands in. */
function columnOf(pointer: string): PlaceColumn {
  const [, part, member] = pointer.split('/');
  if (part !== 'contacts') return (member ?? part) as PlaceColumn;
  return member === 'person' ? 'contactPerson' : member === 'email' ? 'contactEmail' : 'contactPhone';
}

function specialtyOf(reader: RowReader<PlaceColumn>): string | undefined {
  const code = specialtyOfCell(reader.plain('specialtyCode'));
  if (code === undefined || isSpecialtyCode(code)) return code;
  reader.refuse('specialtyCode', 'matches', 'Ожидается код вида 09.03.04.');
  return undefined;
}

const contactsOf = (reader: RowReader<PlaceColumn>): ListingContacts =>
  present<ListingContacts>({
    person: reader.text('contactPerson', PLACES_LIMITS.name),
    phone: reader.text('contactPhone', CONTACT_LIMITS.phone),
    email: emailOf(reader),
  });

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
