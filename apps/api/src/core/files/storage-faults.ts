import { Refusal } from '../errors/index.js';

const NO_ROOM = ['ENOSPC', 'EDQUOT'] as const;

/** Is this the file system's own error of the code, such as `ENOENT`? */
export function isFileSystemFault(error: unknown, ...codes: readonly string[]): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return codes.includes(String(error.code));
}

/** "No room left" as the refusal it is; any other error unchanged. */
export function storageFault(error: unknown): unknown {
  if (!isFileSystemFault(error, ...NO_ROOM)) return error;
  return new Refusal('storage_full', {
    detail: 'На сервере закончилось место для файлов. Файл не сохранён, остальное работает.',
    cause: error,
  });
}
