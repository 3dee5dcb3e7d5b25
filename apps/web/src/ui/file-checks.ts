import { ACCEPTED_MEDIA_TYPES, FILE_LIMITS, type DocumentFileRole } from '@praktika/contracts';

const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
};

/** File name endings a role accepts; the server judges by content afterwards. */
export function extensionsFor(role: DocumentFileRole): string[] {
  return ACCEPTED_MEDIA_TYPES[role].flatMap((type) => EXTENSIONS[type] ?? []);
}

/** The accepted types as people call them: «PDF, DOCX». */
export function typeNamesFor(role: DocumentFileRole): string {
  const names = ACCEPTED_MEDIA_TYPES[role].flatMap((type) => EXTENSIONS[type]?.[0] ?? []);
  return names.map((name) => name.slice(1).toUpperCase()).join(', ');
}

export type FileFault = 'empty' | 'tooLarge' | 'wrongType' | 'longName';

/** What can be told about a file before it is sent; undefined when nothing speaks against it. */
export function faultOfFile(
  file: { name: string; size: number },
  role: DocumentFileRole,
): FileFault | undefined {
  if (file.size === 0) return 'empty';
  if (file.size > FILE_LIMITS.size) return 'tooLarge';
  if (new TextEncoder().encode(file.name).length > FILE_LIMITS.nameBytes) return 'longName';
  const name = file.name.toLowerCase();
  return extensionsFor(role).some((extension) => name.endsWith(extension)) ? undefined : 'wrongType';
}
