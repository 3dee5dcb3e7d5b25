import { cleanText } from '../validation/text.js';
import type { Choices } from './choices.js';
import type { CellFault, ImportCell, ImportColumn, ImportRow } from './column.js';
import { dateOfText } from './dates.js';
import type { ImportLayout } from './layout.js';
import { IMPORT_LIMITS } from './kinds.js';
import type { ImportRowError } from './outcomes.js';

const FAULT_TEXTS: Readonly<Record<CellFault, string>> = {
  formula_error: 'Формула даёт ошибку: исправьте её или впишите значение.',
  formula_without_result:
    'У формулы нет сохранённого результата: откройте файл в редакторе таблиц и сохраните его.',
  too_long: `Текст длиннее ${IMPORT_LIMITS.cell} знаков.`,
  broken_text: 'Текст содержит недопустимые знаки.',
};

/** Half of a pair is no Unicode; PostgreSQL holds neither it nor a NUL. */
const BROKEN = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\0/;

/** How people know the columns of a kind of import. */
type Headings<Code extends string> = Readonly<Record<Code, string>>;

/** The headings of columns by their codes. */
export const headingsOf = <Code extends string>(columns: readonly ImportColumn<Code>[]): Headings<Code> =>
  Object.fromEntries(columns.map(({ code, heading }) => [code, heading])) as Headings<Code>;

/** Reads the cells of one row by their columns, and collects what is wrong with them. */
export class RowReader<Code extends string> {
  readonly errors: ImportRowError[] = [];
  private readonly failed = new Set<string>();

  constructor(
    private readonly row: ImportRow,
    private readonly layout: ImportLayout,
    private readonly headings: Headings<Code>,
  ) {
    this.refuseStrangers();
  }

  /** Notes what is wrong with a column; what is said first is said alone. */
  refuse(column: Code, code: string, text: string): void {
    if (this.failed.has(column)) return;
    this.failed.add(column);
    this.errors.push({ column: this.headings[column], code, text });
  }

  /** Notes what the row lacks. */
  lacks(column: Code): void {
    this.refuse(
      column,
      'is_not_empty',
      'Не заполнено. В объединённых ячейках значение есть только у первой.',
    );
  }

  /** @param limit characters at most */
  text(column: Code, limit: number): string | undefined {
    const text = this.plain(column);
    if (text === undefined || text.length <= limit) return text;
    this.refuse(column, 'max_length', `Длиннее ${limit} знаков: сократите.`);
    return undefined;
  }

  /** A whole number within bounds. */
  integer(column: Code, min: number, max: number): number | undefined {
    const text = this.plain(column);
    if (text === undefined) return undefined;
    const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (number >= min && number <= max) return number;
    this.refuse(column, 'out_of_range', `Ожидается целое число от ${min} до ${max}.`);
    return undefined;
  }

  /** `YYYY-MM-DD`. */
  date(column: Code): string | undefined {
    const text = this.plain(column);
    if (text === undefined) return undefined;
    const date = dateOfText(text);
    if (date === undefined) this.refuse(column, 'is_calendar_date', 'Ожидается дата вида 01.09.2027.');
    return date;
  }

  choice<Choice extends string>(column: Code, choices: Choices<Choice>, what: string): Choice | undefined {
    const text = this.plain(column);
    return text === undefined ? undefined : this.oneOf(column, text, choices, what);
  }

  /** Several of a set, with commas or semicolons between them. */
  list<Choice extends string>(column: Code, choices: Choices<Choice>, what: string): Choice[] | undefined {
    const text = this.plain(column);
    const found = (text?.split(/[;,\n]/) ?? [])
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => this.oneOf(column, part, choices, what))
      .filter((code) => code !== undefined);
    return found.length > 0 ? [...new Set(found)] : undefined;
  }

  /** What the cell says; undefined for an empty one and for one that cannot be read. */
  plain(column: Code): string | undefined {
    const place = this.layout.get(column);
    const cell = place === undefined ? undefined : this.row.cells[place];
    if (cell === undefined || cell === '') return undefined;
    if (typeof cell !== 'string') {
      this.refuse(column, cell.fault, FAULT_TEXTS[cell.fault]);
      return undefined;
    }
    if (BROKEN.test(cell)) {
      this.refuse(column, 'broken_text', FAULT_TEXTS.broken_text);
      return undefined;
    }
    return cleanText(cell) || undefined;
  }

  private oneOf<Choice extends string>(
    column: Code,
    text: string,
    choices: Choices<Choice>,
    what: string,
  ): Choice | undefined {
    const code = choices.find(text);
    if (code === undefined) this.refuse(column, 'unknown_value', `«${text.slice(0, 100)}»: ${what}.`);
    return code;
  }

  /** What stands under no heading is lost, and nobody means that. */
  private refuseStrangers(): void {
    const headed = new Set(this.layout.values());
    const stranger = this.row.cells.findIndex((cell, place) => !isBlank(cell) && !headed.has(place));
    if (stranger < 0) return;
    this.errors.push({
      column: null,
      code: 'cell_without_heading',
      text: `В ${stranger + 1}-м столбце есть значение, а заголовка нет: добавьте заголовок или очистите ячейку.`,
    });
  }
}

const isBlank = (cell: ImportCell) => typeof cell === 'string' && cell.trim() === '';
