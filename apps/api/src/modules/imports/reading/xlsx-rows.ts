import type { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { IMPORT_LIMITS, type ImportCell, type ImportRow } from '@praktika/contracts';

/**
 * Rows of a workbook's first sheet as they are read; blank rows that the file leaves out are left out. Formulas count
 * as their stored results: nothing is computed here.
 */
export async function* xlsxRows(content: Readable): AsyncGenerator<readonly ImportRow[]> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(content, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  for await (const sheet of workbook) {
    for await (const row of sheet) yield [{ number: row.number, cells: cellsOf(row) }];
    return;
  }
}

function cellsOf(row: ExcelJS.Row): ImportCell[] {
  const cells: ImportCell[] = [];
  row.eachCell((cell, column) => {
    const value = cellOf(cell.value);
    if (value === '') return;
    // what stands further right is shown by the first place no table has
    const place = Math.min(column - 1, IMPORT_LIMITS.columns);
    while (cells.length < place) cells.push('');
    cells[place] = value;
  });
  return cells;
}

function cellOf(value: ExcelJS.CellValue): ImportCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : { fault: 'formula_error' };
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (value instanceof Date) return dateCell(value);
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''));
  if ('error' in value) return { fault: 'formula_error' };
  if ('formula' in value || 'sharedFormula' in value) return resultOf(value.result);
  return 'text' in value ? textCell(String(value.text)) : '';
}

const resultOf = (result: ExcelJS.CellFormulaValue['result']): ImportCell =>
  result === undefined ? { fault: 'formula_without_result' } : cellOf(result);

const textCell = (text: string): ImportCell =>
  text.length > IMPORT_LIMITS.cell ? { fault: 'too_long' } : text;

const dateCell = (date: Date): ImportCell =>
  Number.isNaN(date.getTime()) ? { fault: 'broken_text' } : date.toISOString().slice(0, 10);
