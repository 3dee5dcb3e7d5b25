import { levelOfSpecialty, searchText, type EducationLevel } from '@praktika/contracts';
import higher from './data/specialties.json' with { type: 'json' };
import vocational from './data/spo-specialties.json' with { type: 'json' };

/** A direction, specialty or profession a programme line can name. */
export interface Specialty {
  readonly code: string;
  readonly name: string;
  readonly level: EducationLevel;
}

interface Searchable {
  readonly specialty: Specialty;
  /** Code, the code without its dots, the name and former names. */
  readonly text: string;
}

interface Source {
  readonly code: string;
  readonly name: string;
  readonly otherNames?: readonly string[];
}

const sources: readonly Source[] = [...higher.specialties, ...vocational];
const searchable: readonly Searchable[] = sources
  .flatMap(toSearchable)
  .sort((left, right) => (left.specialty.code < right.specialty.code ? -1 : 1));

/**
 * Specialties of both classifiers whose code or name holds every word of the search, in any case, with ё or е; a
 * part of a code will do. Those that begin with the search come first, then by code.
 */
export function findSpecialties(
  search: string | undefined,
  level: EducationLevel | undefined,
  limit: number,
): Specialty[] {
  const text = searchText(search);
  const words = text.split(' ');
  const found = searchable
    .filter(({ specialty }) => level === undefined || specialty.level === level)
    .filter((entry) => words.every((word) => entry.text.includes(word)));
  const begins = ({ specialty }: Searchable) =>
    specialty.code.startsWith(text) || searchText(specialty.name).startsWith(text);
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))]
    .slice(0, limit)
    .map(({ specialty }) => specialty);
}

const names = new Map(searchable.map(({ specialty }) => [specialty.code, specialty.name]));

/** The name of a code of the reference data; undefined for one that is not there. */
export const specialtyName = (code: string): string | undefined => names.get(code);

function toSearchable({ code, name, otherNames = [] }: Source): Searchable[] {
  const level = levelOfSpecialty(code);
  if (!level) return [];
  return [
    {
      specialty: { code, name, level },
      text: searchText(code, code.replaceAll('.', ''), name, ...otherNames),
    },
  ];
}
