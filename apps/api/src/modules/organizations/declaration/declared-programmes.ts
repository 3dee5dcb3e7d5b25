import { levelOfSpecialty, type FieldError } from '@praktika/contracts';
import { invalidFields } from '../../../core/errors/index.js';
import type { DeclaredProgrammeDto, DeclareProgrammeDto } from './declaration.dto.js';

/**
 * Programmes as they are stored: named as in the reference data, or as typed where a code is not there.
 *
 * @param names of the codes that are in the reference data
 * @throws Refusal `validation_failed` for a code of no level, one given twice, and one that has no name
 */
export function declaredProgrammes(
  given: readonly DeclareProgrammeDto[],
  names: ReadonlyMap<string, string>,
): DeclaredProgrammeDto[] {
  const faults: FieldError[] = [];
  const seen = new Set<string>();
  const programmes = given.flatMap(({ specialtyCode, specialtyName: typed }, index) => {
    const at = `/programmes/${index}`;
    const refuse = (name: string, code: string, detail: string) => {
      faults.push({ pointer: `${at}/${name}`, code, detail });
      return [];
    };
    const level = levelOfSpecialty(specialtyCode);
    if (!level)
      return refuse('specialtyCode', 'no_level', 'По этому коду не определить уровень образования.');
    if (seen.has(specialtyCode))
      return refuse('specialtyCode', 'duplicate', 'Эта программа уже есть в списке.');
    seen.add(specialtyCode);
    const name = names.get(specialtyCode) ?? typed;
    if (!name) return refuse('specialtyName', 'required', 'Кода нет в справочнике: укажите название.');
    return [{ specialtyCode, specialtyName: name, level }];
  });
  if (faults.length > 0) throw invalidFields(...faults);
  return programmes;
}
