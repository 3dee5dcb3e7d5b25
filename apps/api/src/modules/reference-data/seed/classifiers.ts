import { levelOfSpecialty, searchText, type EducationLevel } from '@praktika/contracts';
import higher from '../data/specialties.json' with { type: 'json' };
import vocational from '../data/spo-specialties.json' with { type: 'json' };
import { specialtySearchText } from '../search-texts.js';
import mapping from '../data/profession-areas.json' with { type: 'json' };

interface Source {
  readonly code: string;
  readonly name: string;
  readonly otherNames?: readonly string[];
}

/** A specialty as an installation begins with it. */
export interface SeededSpecialty {
  readonly code: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly level: EducationLevel;
  readonly searchText: string;
}

/** Directions, specialties and professions of both classifiers whose level is known. */
export function seededSpecialties(): SeededSpecialty[] {
  const sources: readonly Source[] = [...higher.specialties, ...vocational];
  return sources.flatMap(({ code, name, otherNames = [] }) => {
    const level = levelOfSpecialty(code);
    return level
      ? [{ code, name, otherNames, level, searchText: specialtySearchText(code, name, otherNames) }]
      : [];
  });
}

/** A profession of the directory as an installation begins with it. */
export interface SeededProfession {
  readonly name: string;
  readonly areaCode: string;
  readonly specialtyCodes: readonly string[];
}

/**
 * Professions of vocational education with their areas (`data/SOURCES.md` tells how these were found). One that the
 * classifier has under several codes of one area is one profession with all of them.
 */
export function seededProfessions(): SeededProfession[] {
  const found = new Map<string, { name: string; areaCode: string; specialtyCodes: string[] }>();
  for (const { code, name, kind } of vocational) {
    const areaCode = areaOf(code);
    if (kind !== 'profession' || areaCode === undefined) continue;
    const key = `${areaCode} ${searchText(name)}`;
    const known = found.get(key) ?? { name, areaCode, specialtyCodes: [] };
    known.specialtyCodes.push(code);
    found.set(key, known);
  }
  return [...found.values()];
}

function areaOf(code: string): string | undefined {
  const byCode: Readonly<Record<string, string>> = mapping.codes;
  const byGroup: Readonly<Record<string, string>> = mapping.groups;
  return byCode[code] ?? byGroup[code.slice(0, 2)];
}
