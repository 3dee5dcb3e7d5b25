import type { FileHandle } from 'node:fs/promises';
import { readAt } from './read-at.js';
import { rejectedFile } from './rejection.js';

/** Readers look for the end mark this far from the end. */
const TAIL_BYTES = 2_048;

/**
 * Is this a whole PDF: a header in the very first byte (one that is also something else begins with that), a
 * cross-reference and the end mark at the end? An interrupted download has neither.
 *
 * @throws Refusal `file_rejected`
 */
export async function assertPdf(file: FileHandle, size: number): Promise<void> {
  const head = (await readAt(file, 0, 16)).toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(head)) throw rejectedFile('type');
  const from = Math.max(0, size - TAIL_BYTES);
  const tail = (await readAt(file, from, size - from)).toString('latin1');
  if (!/startxref\s+\d+\s+%%EOF/.test(tail)) throw rejectedFile('damaged');
}
