import { open, type FileHandle } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { cleanFileName, extensionOf, type StagedBlob } from '../../../core/files/index.js';
import { assertImageSize } from './image.js';
import { EXTENSIONS, JPEG, PDF, PNG, UPLOADABLE } from './media-types.js';
import { officeType } from './office.js';
import { assertPdf } from './pdf.js';
import { readAt } from './read-at.js';
import { rejectedFile } from './rejection.js';

/** Enough of a file's beginning to tell its type. */
const HEAD_BYTES = 4_100;

/** The first bytes of a ZIP with at least one entry: what DOCX and XLSX are inside. */
export const ZIP_START = Buffer.from('PK\x03\x04', 'latin1');

/** What an accepted file is. */
export interface InspectedFile {
  /** Clean name that ends as its type demands. */
  readonly name: string;
  /** By content, never by what the client said. */
  readonly mediaType: string;
}

/**
 * Looks into a staged file: its type by content against the allow-list, its wholeness, the bounds of what it unpacks
 * to, and whether its name tells the truth (reliability.md T7, T9, T10).
 *
 * @throws Refusal `file_rejected` with the reason
 */
export async function inspectFile(blob: StagedBlob, sentName: string): Promise<InspectedFile> {
  if (blob.size === 0) throw rejectedFile('empty');
  const file = await open(blob.path, 'r');
  try {
    const mediaType = await typeOf(file, blob.size);
    return { mediaType, name: truthfulName(sentName, mediaType) };
  } finally {
    await file.close();
  }
}

async function typeOf(file: FileHandle, size: number): Promise<string> {
  const head = await readAt(file, 0, Math.min(HEAD_BYTES, size));
  if (head.subarray(0, ZIP_START.length).equals(ZIP_START)) return officeType(file, size);
  const type = (await fileTypeFromBuffer(head))?.mime;
  if (type === undefined || !UPLOADABLE.has(type)) throw rejectedFile('type');
  if (type === PDF) await assertPdf(file, size);
  if (type === JPEG || type === PNG) await assertImageSize(file, size, type);
  return type;
}

/** The name, cleaned, with the extension of its type. A contradicting extension means the file was renamed. */
export function truthfulName(sentName: string, mediaType: string): string {
  const extensions = EXTENSIONS[mediaType] ?? ['.bin'];
  const name = cleanFileName(sentName, `файл${extensions[0]}`);
  const extension = extensionOf(name);
  if (extensions.includes(extension)) return name;
  if (extension !== '') throw rejectedFile('extension');
  return cleanFileName(`${name}${extensions[0]}`, `файл${extensions[0]}`);
}
