import { PROFESSION_LIMITS } from '../professions/limits.js';
import { isSpecialtyCode } from '../validation/specialty-code.js';
import type { Choices } from './choices.js';
import type { ImportColumn, ImportRow } from './column.js';
import type { ImportLayout } from './layout.js';
import type { JudgedRow } from './outcomes.js';
import { headingsOf, RowReader } from './row-reader.js';
import { specialtyOfCell } from './specialty-cell.js';

/** Columns of the moderator's import of «Справочник профессий». */
export const PROFESSION_COLUMNS = [
  {
    code: 'name',
    heading: 'Профессия',
    aliases: ['Название', 'Название профессии'],
    required: true,
    hint: `До ${PROFESSION_LIMITS.name} знаков`,
    example: 'Программист',
  },
  {
    code: 'areaCode',
    heading: 'Область',
    aliases: ['Область профессиональной деятельности', 'Код области'],
    required: true,
    hint: 'Название или код области профессиональной деятельности',
    example: '06',
  },
  {
    code: 'specialtyCodes',
    heading: 'Коды ФГОС',
    aliases: ['Код ФГОС', 'Коды специальностей'],
    required: false,
    hint: 'Через запятую: коды вида 09.03.04',
    example: '09.03.04, 09.02.07',
  },
  {
    code: 'description',
    heading: 'Описание',
    required: false,
    hint: `До ${PROFESSION_LIMITS.text} знаков`,
    example: 'Разрабатывает и сопровождает программы',
  },
  {
    code: 'duties',
    heading: 'Обязанности',
    required: false,
    hint: `До ${PROFESSION_LIMITS.text} знаков`,
    example: 'Пишет код, проверяет и документирует его',
  },
] as const satisfies readonly ImportColumn[];

type Column = (typeof PROFESSION_COLUMNS)[number]['code'];

const HEADINGS = headingsOf<Column>(PROFESSION_COLUMNS);

/** A profession of the directory as it is imported: found again by its name and area. */
export interface ImportedProfession {
  readonly name: string;
  readonly areaCode: string;
  readonly specialtyCodes: readonly string[];
  readonly description?: string;
  readonly duties?: string;
}

/** One row of «Справочник профессий». */
export function judgeProfession(
  row: ImportRow,
  layout: ImportLayout,
  areas: Choices,
): JudgedRow<ImportedProfession> {
  const reader = new RowReader(row, layout, HEADINGS);
  const name = reader.text('name', PROFESSION_LIMITS.name);
  const areaCode = reader.choice('areaCode', areas, 'такой области нет в справочнике');
  const specialtyCodes = specialtiesOf(reader);
  const description = reader.text('description', PROFESSION_LIMITS.text);
  const duties = reader.text('duties', PROFESSION_LIMITS.text);
  if (name === undefined) reader.lacks('name');
  if (areaCode === undefined) reader.lacks('areaCode');
  const label = name ?? '';
  if (reader.errors.length > 0 || name === undefined || areaCode === undefined) {
    return { label, errors: reader.errors };
  }
  const texts = {
    ...(description !== undefined && { description }),
    ...(duties !== undefined && { duties }),
  };
  return { label, value: { name, areaCode, specialtyCodes, ...texts } };
}

function specialtiesOf(reader: RowReader<Column>): string[] {
  const parts = (reader.plain('specialtyCodes') ?? '').split(/[;,\s]+/).filter((part) => part !== '');
  const codes = [...new Set(parts.map((part) => specialtyOfCell(part) ?? part))];
  const strange = codes.find((code) => !isSpecialtyCode(code));
  if (strange !== undefined) {
    reader.refuse('specialtyCodes', 'matches', `«${strange.slice(0, 50)}»: ожидается код вида 09.03.04.`);
  }
  if (codes.length > PROFESSION_LIMITS.specialties) {
    reader.refuse('specialtyCodes', 'array_max_size', `Не более ${PROFESSION_LIMITS.specialties} кодов.`);
  }
  return codes;
}
