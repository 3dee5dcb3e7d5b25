import { BYTE_ORDER_MARK, csvLine } from '../../core/csv/index.js';
import type { ItemMark, ItemRow } from '../operations/index.js';

/** What became of one document of an archive. */
export interface Outcome {
  readonly item: ItemRow;
  readonly mark: ItemMark;
  /** Its folder, when it is inside. */
  readonly folder?: string;
}

/** Where the list of the archive lies. */
export const CONTENTS_NAME = 'Содержание.csv';

/** A list of the archive: what is in which folder, and what is not there and why. */
export function contentsPage(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(({ item, mark, folder }, index) =>
    csvLine([
      index + 1,
      item.title ?? item.documentId,
      item.partnerName,
      folder ?? '',
      folder === undefined ? (mark.problem?.detail ?? mark.problem?.title ?? '') : '',
    ]),
  );
  const head = csvLine(['№', 'Документ', 'Партнёр', 'Папка', 'Почему нет в архиве']);
  return BYTE_ORDER_MARK + head + lines.join('');
}
