import { searchText } from '../validation/text.js';
import type { ImportCell, ImportColumn, ImportRow } from './column.js';
import { IMPORT_LIMITS } from './kinds.js';

/** Where a table keeps its columns: a column's code to the place of its cell in a row. */
export type ImportLayout = ReadonlyMap<string, number>;

/** What is wrong with the headings of a table. */
export interface HeadingFault {
  readonly code: 'missing_column' | 'unknown_column' | 'repeated_column' | 'too_many_columns';
  readonly text: string;
}

/** A heading as it is compared: without the mark of a required column. */
const known = (heading: string) => searchText(heading.replaceAll('*', ''));

const textOf = (cell: ImportCell) => (typeof cell === 'string' ? cell : '');

/**
 * Finds the columns of a table by its headings, whatever their order.
 * @param headings the first row that holds anything
 * @returns the layout, or everything that is wrong with the headings
 */
export function layoutOf(
  headings: ImportRow,
  columns: readonly ImportColumn[],
): { readonly layout: ImportLayout; readonly faults: readonly HeadingFault[] } {
  const codes = new Map(
    columns.flatMap(({ code, heading, aliases = [] }) =>
      [heading, ...aliases].map((name) => [known(name), code] as const),
    ),
  );
  const layout = new Map<string, number>();
  const faults: HeadingFault[] = [];
  const at = `Строка ${headings.number}`;
  if (headings.cells.length > IMPORT_LIMITS.columns) {
    return {
      layout,
      faults: [{ code: 'too_many_columns', text: `${at}: больше ${IMPORT_LIMITS.columns} столбцов.` }],
    };
  }
  for (const [place, cell] of headings.cells.entries()) {
    const heading = textOf(cell).slice(0, 100);
    if (known(heading) === '') continue;
    const code = codes.get(known(heading));
    if (code === undefined) {
      faults.push({
        code: 'unknown_column',
        text: `${at}: столбца «${heading}» в шаблоне нет, удалите его.`,
      });
    } else if (layout.has(code)) {
      faults.push({ code: 'repeated_column', text: `${at}: столбец «${heading}» указан дважды.` });
    } else layout.set(code, place);
  }
  const missing = columns.filter(({ required, code }) => required && !layout.has(code));
  faults.push(
    ...missing.map(({ heading }) => ({
      code: 'missing_column' as const,
      text: `${at}: нет столбца «${heading}», добавьте его.`,
    })),
  );
  return { layout, faults };
}
