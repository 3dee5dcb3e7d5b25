import { ACCEPTED_MEDIA_TYPES, FILE_LIMITS, type DocumentFileRole } from '@praktika/contracts';

const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
};

/** What may be uploaded where. */
export interface UploadRules {
  /** Path of the upload under the API. */
  readonly address: string;
  /** File name endings; the server judges by content afterwards. */
  readonly extensions: readonly string[];
  /** Bytes at most. */
  readonly size: number;
}

/** What a role of a document's files accepts. */
export const rulesOf = (role: DocumentFileRole): UploadRules => ({
  address: '/files',
  extensions: ACCEPTED_MEDIA_TYPES[role].flatMap((type) => EXTENSIONS[type] ?? []),
  size: FILE_LIMITS.size,
});

/** The accepted types as people call them: «PDF, DOCX». */
export const typeNamesFor = ({ extensions }: UploadRules): string =>
  extensions
    .filter((extension) => extension !== '.jpeg')
    .map((extension) => extension.slice(1).toUpperCase())
    .join(', ');

export type FileFault = 'empty' | 'tooLarge' | 'wrongType' | 'longName';

/** What can be told about a file before it is sent; undefined when nothing speaks against it. */
export function faultOfFile(
  file: { name: string; size: number },
  { extensions, size }: UploadRules,
): FileFault | undefined {
  if (file.size === 0) return 'empty';
  if (file.size > size) return 'tooLarge';
  if (new TextEncoder().encode(file.name).length > FILE_LIMITS.nameBytes) return 'longName';
  const name = file.name.toLowerCase();
  return extensions.some((extension) => name.endsWith(extension)) ? undefined : 'wrongType';
}
