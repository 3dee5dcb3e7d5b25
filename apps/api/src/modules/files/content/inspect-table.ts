import { open, type FileHandle } from 'node:fs/promises';
import type { StagedBlob } from '../../../core/files/index.js';
import { truthfulName, ZIP_START, type InspectedFile } from './inspect-file.js';
import { CSV, XLSX } from './media-types.js';
import { officeType } from './office.js';
import { readAt } from './read-at.js';
import { rejectedFile } from './rejection.js';

const ACCEPTED = 'Принимаются таблицы XLSX и CSV.';

/** Bytes looked through at a time. */
const PART = 256 * 1024;

/** Signs that no text has: control characters but the tab and the ends of lines. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1f]/;

/**
 * Looks into a staged table: XLSX by its parts and within the bounds of what it unpacks to, CSV by holding nothing
 * but text. In which encoding and with which delimiters is the reader's question.
 *
 * @throws Refusal `file_rejected` with the reason
 */
export async function inspectTable(blob: StagedBlob, sentName: string): Promise<InspectedFile> {
  if (blob.size === 0) throw rejectedFile('empty', ACCEPTED);
  const file = await open(blob.path, 'r');
  try {
    const mediaType = await typeOf(file, blob.size);
    return { mediaType, name: truthfulName(sentName, mediaType) };
  } finally {
    await file.close();
  }
}

async function typeOf(file: FileHandle, size: number): Promise<string> {
  const head = await readAt(file, 0, ZIP_START.length);
  if (head.equals(ZIP_START)) {
    if ((await officeType(file, size)) !== XLSX) throw rejectedFile('type', ACCEPTED);
    return XLSX;
  }
  // «Unicode text» of Excel is UTF-16: every other byte of it is a nought
  if (head[0] === 0xff && head[1] === 0xfe) return CSV;
  for (let at = 0; at < size; at += PART) {
    const part = await readAt(file, at, Math.min(PART, size - at));
    if (CONTROL.test(part.toString('latin1'))) throw rejectedFile('type', ACCEPTED);
  }
  return CSV;
}
