import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ImportColumn, ImportKind, TemplateFormat } from '@praktika/contracts';
import { BYTE_ORDER_MARK, csvLine } from '../../core/csv/index.js';
import { throughXlsx } from '../exports/index.js';
import { ImportTargets } from './import-target.js';

/** A template as somebody downloads it. */
export interface Template {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Readable;
}

const headingOf = ({ heading, required }: ImportColumn) => (required ? `${heading} *` : heading);

/** Templates of imports: the headings, those that must be there marked, and a row as an example. */
@Injectable()
export class ImportTemplates {
  constructor(private readonly targets: ImportTargets) {}

  make(kind: ImportKind, format: TemplateFormat): Template {
    const { title, columns } = this.targets.get(kind);
    return format === 'CSV' ? csvTemplate(title, columns) : xlsxTemplate(title, columns);
  }
}

function csvTemplate(title: string, columns: readonly ImportColumn[]): Template {
  const lines = [columns.map(headingOf), columns.map(({ example }) => example)].map((cells) =>
    csvLine(cells),
  );
  return {
    name: `${title}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: Readable.from([BYTE_ORDER_MARK + lines.join('')]),
  };
}

function xlsxTemplate(title: string, columns: readonly ImportColumn[]): Template {
  const example = columns.map(({ example: text }) => text).join('\t');
  const sheet = {
    name: title,
    columns: columns.map((column) => ({
      title: headingOf(column),
      type: 'text' as const,
      width: Math.max(column.heading.length, Math.min(column.example.length, 40)) + 4,
    })),
  };
  const rows = Readable.from([Buffer.from(`${example}\n`, 'utf8')]);
  return {
    name: `${title}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Readable.from(throughXlsx(rows, sheet)),
  };
}
