import { PROFESSION_LIMITS } from '../professions/limits.js';
import { levelOfSpecialty, type EducationLevel } from '../validation/specialty-code.js';
import type { ImportColumn, ImportRow } from './column.js';
import type { ImportLayout } from './layout.js';
import type { JudgedRow } from './outcomes.js';
import { headingsOf, RowReader } from './row-reader.js';
import { specialtyOfCell } from './specialty-cell.js';

const NAME = (limit: number, example: string) =>
  ({
    code: 'name',
    heading: 'Название',
    aliases: ['Наименование'],
    required: true,
    hint: `До ${limit} знаков`,
    example,
  }) as const satisfies ImportColumn;

/** Columns of the moderator's import of specialties (domain.md §3.2). */
export const SPECIALTY_COLUMNS = [
  {
    code: 'code',
    heading: 'Код',
    aliases: ['Код специальности', 'Код ФГОС'],
    required: true,
    hint: 'Вида 09.03.04; средняя пара цифр называет уровень образования',
    example: '09.03.04',
  },
  NAME(PROFESSION_LIMITS.specialtyName, 'Программная инженерия'),
] as const satisfies readonly ImportColumn[];

/** Columns of the moderator's import of areas of professional activity. */
export const AREA_COLUMNS = [
  {
    code: 'code',
    heading: 'Код',
    aliases: ['Код области'],
    required: true,
    hint: 'Две цифры',
    example: '06',
  },
  NAME(PROFESSION_LIMITS.name, 'Связь, информационные и коммуникационные технологии'),
] as const satisfies readonly ImportColumn[];

/** An area as it is imported: found again by its code. */
export interface ImportedArea {
  readonly code: string;
  readonly name: string;
}

/** A specialty as it is imported: found again by its code, which tells its level. */
export interface ImportedSpecialty extends ImportedArea {
  readonly level: EducationLevel;
}

type Column = 'code' | 'name';

const SPECIALTY_HEADINGS = headingsOf<Column>(SPECIALTY_COLUMNS);
const AREA_HEADINGS = headingsOf<Column>(AREA_COLUMNS);

/** One row of the classifier of specialties. */
export function judgeSpecialty(row: ImportRow, layout: ImportLayout): JudgedRow<ImportedSpecialty> {
  const reader = new RowReader(row, layout, SPECIALTY_HEADINGS);
  const code = specialtyOfCell(reader.plain('code'));
  const level = code === undefined ? undefined : levelOfSpecialty(code);
  if (code !== undefined && level === undefined) {
    reader.refuse('code', 'matches', `«${code.slice(0, 50)}»: ожидается код специальности вида 09.03.04.`);
  }
  const { label, value } = named(reader, code, PROFESSION_LIMITS.specialtyName);
  return value && level ? { label, value: { ...value, level } } : { label, errors: reader.errors };
}

/** One row of the areas of professional activity. */
export function judgeArea(row: ImportRow, layout: ImportLayout): JudgedRow<ImportedArea> {
  const reader = new RowReader(row, layout, AREA_HEADINGS);
  // a spreadsheet drops the nought in front of `06`
  const code = reader.plain('code')?.replace(/^\d$/, '0$&');
  if (code !== undefined && !/^\d{2}$/.test(code)) {
    reader.refuse('code', 'matches', `«${code.slice(0, 50)}»: код области — две цифры.`);
  }
  const { label, value } = named(reader, code, PROFESSION_LIMITS.name);
  return value ? { label, value } : { label, errors: reader.errors };
}

/** A code and its name; no value when anything is wrong with the row. */
function named(
  reader: RowReader<Column>,
  code: string | undefined,
  limit: number,
): { readonly label: string; readonly value?: ImportedArea } {
  const name = reader.text('name', limit);
  if (code === undefined) reader.lacks('code');
  if (name === undefined) reader.lacks('name');
  const label = [code, name].filter((part) => part !== undefined).join(' ');
  if (reader.errors.length > 0 || code === undefined || name === undefined) return { label };
  return { label, value: { code, name } };
}
