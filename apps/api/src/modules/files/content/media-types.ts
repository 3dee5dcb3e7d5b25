import { ACCEPTED_MEDIA_TYPES } from '@praktika/contracts';

/** Everything some role of a file accepts (domain.md §8.3): the allow-list of uploads. */
export const UPLOADABLE: ReadonlySet<string> = new Set(Object.values(ACCEPTED_MEDIA_TYPES).flat());

export const PDF = 'application/pdf';
export const JPEG = 'image/jpeg';
export const PNG = 'image/png';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv';

/** Extensions a file of the type may be called by; the first is given to a file that has none. */
export const EXTENSIONS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  [PDF]: ['.pdf'],
  [DOCX]: ['.docx'],
  [XLSX]: ['.xlsx'],
  [CSV]: ['.csv', '.txt', '.tsv'],
  [JPEG]: ['.jpg', '.jpeg', '.jpe', '.jfif'],
  [PNG]: ['.png'],
};
